"""Quotations between marks and in transcripts: who said them, which words prove it, and what nobody said."""
