"""The index follows the journal: documents of articles, step by step, anew, and proved against the database."""
