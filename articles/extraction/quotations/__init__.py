"""Words between marks: who said them, which words prove it, and what nobody said."""
