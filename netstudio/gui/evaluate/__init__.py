"""The Evaluate page: figures and confusions of a trained model."""
