"""How a network is trained: options that every project has, whatever its task."""
