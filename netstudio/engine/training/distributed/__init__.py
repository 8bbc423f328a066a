"""Training by several processes at once: data-parallel, on one machine or on several.

Every process ("rank") has the whole network and learns its share of every batch; the gradients are
added up over all of them, so that each makes the same update. ``torchrun`` starts the ranks.
"""
