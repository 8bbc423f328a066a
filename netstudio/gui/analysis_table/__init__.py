"""All layers of the network in a table, with what each costs."""
