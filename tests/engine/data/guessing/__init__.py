"""Guessing what data are."""
