"""The data set of the document: reading it, and the panel that shows and chooses it."""
