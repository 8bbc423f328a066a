"""Pictures: their files, their sources, and what stands between them and the network."""
