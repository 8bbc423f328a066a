"""The only importers of torch: networks, data, training, evaluation and trained models."""

import os

# On Linux, torch's threads wait for each other by spinning. While they have the cores to themselves
# that is fast; when another program runs too, two threads were measured 10 to 25 times slower than
# one. A short spin before they sleep bounds that loss. It must be set before torch is imported.
os.environ.setdefault("GOMP_SPINCOUNT", "10000")
