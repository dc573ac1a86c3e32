"""Measuring quotations on the audit: scoring says which findings are right, counts adds up, figures writes lines."""
