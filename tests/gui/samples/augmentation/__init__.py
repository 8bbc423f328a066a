"""Tests of the tab on which training samples are varied."""
