"""The plane: points of several classes, what a network says of every place, and clicks."""
