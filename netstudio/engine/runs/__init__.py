"""What earlier runs have left on the disk: read without torch, kept, compared and deleted."""
