"""What one update of the weights does."""
