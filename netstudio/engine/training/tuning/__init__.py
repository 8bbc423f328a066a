"""Measuring how steps are executed best on this machine."""
