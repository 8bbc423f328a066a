"""Where encoded samples are kept, and how whole batches come from there."""
