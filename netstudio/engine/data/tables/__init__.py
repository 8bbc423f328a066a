"""Tables: from files with rows and columns to numbers."""
