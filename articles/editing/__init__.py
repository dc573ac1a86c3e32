"""What editors do: corrections, decisions on who is who, and their forms."""
