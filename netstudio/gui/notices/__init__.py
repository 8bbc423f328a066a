"""What is off with a training, in plain words: on the cards, and in a list with remedies."""
