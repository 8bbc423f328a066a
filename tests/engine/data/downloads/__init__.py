"""Downloading data sets."""
