"""The network as a tree of lines."""
