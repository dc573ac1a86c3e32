"""An article read once: its words, sentences, quotation marks, and the heads of a transcript's turns."""
