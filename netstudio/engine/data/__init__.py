"""From a data choice to tensors on the training device."""
