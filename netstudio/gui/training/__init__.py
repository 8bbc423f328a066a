"""The training options, the way from Train to the trained model, and how the run goes."""
