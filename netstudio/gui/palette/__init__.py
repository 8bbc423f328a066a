"""The layers that can be put into the network."""
