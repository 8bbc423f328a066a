"""One reader for each declared source; each is imported only when its data are read."""
