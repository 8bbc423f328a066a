"""What can go wrong while a network learns, told in plain words."""
