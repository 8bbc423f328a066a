"""What is off with a training, in plain words: pure rules over its figures and its layers."""
