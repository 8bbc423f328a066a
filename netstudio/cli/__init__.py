"""The command line: the same engine, without Qt."""
