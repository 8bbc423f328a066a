"""Sounds: recordings, and the pictures of them that networks look at."""
