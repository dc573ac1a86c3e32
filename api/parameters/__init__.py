"""What may be asked with: parameters, each with its meaning and the schema of its values."""
