"""Unpacking what users pack: zip and tar, whatever is in them and whoever made them."""
