"""What happens inside a network while it learns: its weights, gradients and outputs by layer."""
