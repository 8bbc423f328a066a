"""Unpacking archives."""
