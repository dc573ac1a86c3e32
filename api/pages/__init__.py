"""The page that explains the API to people."""
