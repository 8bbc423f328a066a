"""Short trials before a training: which learning rate suits, and how steps are executed fastest."""
