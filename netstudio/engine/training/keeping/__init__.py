"""What a run leaves on disk: its folder, checkpoints, models and curves."""
