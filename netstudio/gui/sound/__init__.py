"""Sounds seen and heard: their waves, their spectrograms, playing and recording."""
