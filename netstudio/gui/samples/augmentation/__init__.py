"""The tab of the Data page on which training samples are varied."""
