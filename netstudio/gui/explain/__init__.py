"""The network in plain words."""
