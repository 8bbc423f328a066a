"""Cleaning samples, dividing them into parts, and choosing what is learned from."""
