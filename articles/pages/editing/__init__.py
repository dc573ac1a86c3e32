"""The pages on which editors put right what was found: quotations, paragraphs, mentions; a module a subject."""
