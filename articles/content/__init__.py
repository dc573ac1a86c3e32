"""An article's values and paragraphs as rows: fields in layers (imported, corrected), paragraph rows."""
