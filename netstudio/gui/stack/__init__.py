"""The stack editor: the network as cards from top to bottom."""
