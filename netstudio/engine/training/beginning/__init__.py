"""What a network begins with: drawn or given weights, and which of its layers learn."""
