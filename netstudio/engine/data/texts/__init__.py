"""Texts: from files to the numbers of their tokens."""
