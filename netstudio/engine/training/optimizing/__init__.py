"""How weights are updated: which belong together, by which optimizer, at which rate."""
