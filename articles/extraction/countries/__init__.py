"""Which countries are named: by name, people, government or a place in them, and what only looks like one."""
