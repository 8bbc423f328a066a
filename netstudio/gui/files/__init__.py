"""Which file the document belongs to, and nothing lost on the way."""
