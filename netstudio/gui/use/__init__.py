"""The Use page: a trained model at work on drawings, pictures and files."""
