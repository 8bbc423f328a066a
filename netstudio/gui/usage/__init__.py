"""How busy the machine is, in the window's bottom line."""
