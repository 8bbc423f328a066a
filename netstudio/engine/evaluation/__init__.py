"""Figures and predictions of a network."""
