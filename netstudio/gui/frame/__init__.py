"""What stands around the work: bars, menus, docks, the start page."""
