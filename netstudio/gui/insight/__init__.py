"""What happens inside each layer while the network learns, seen over the time of the run."""
