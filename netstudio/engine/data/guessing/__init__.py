"""Which source and task a file or folder of the user's seems to be made for."""
