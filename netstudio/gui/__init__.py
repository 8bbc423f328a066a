"""The window; the only importers of Qt."""
