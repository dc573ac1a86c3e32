"""The pages of accounts: signing in and out, passwords, one's own account."""
