"""The only importers of torch: networks, data, training, evaluation and trained models."""
