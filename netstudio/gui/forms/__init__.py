"""Forms that derive from declared fields: one editor for each kind of field."""
