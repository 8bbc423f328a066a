"""The training loop as a stream of events, and what a run leaves on disk."""
