"""Courses of numbers: one long one of which windows are forecast, or many short ones."""
