"""Storing what the extractor found, beside the corrections that overrule it; extracting again."""
