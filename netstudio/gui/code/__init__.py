"""The network as Python code: shown beside the stack, edited, copied, imported."""
