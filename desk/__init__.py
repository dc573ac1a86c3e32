"""What people do with what they found: cite it. Lists, notes and saved searches are to stand here too."""
