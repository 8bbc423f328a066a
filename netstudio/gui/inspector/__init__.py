"""The settings, facts and problems of the selected layers."""
