"""The steps of editing, to jump among."""
