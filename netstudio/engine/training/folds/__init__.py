"""Cross-validation: one training for each fold."""
