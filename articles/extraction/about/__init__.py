"""Of whom and what a quotation speaks."""
