"""Earlier runs: a table of them, what can be done with them, and how they differ."""
