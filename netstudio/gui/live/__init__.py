"""What is seen of a network while it learns, beside its curves.

A task's view is declared in ``registry``, by what its samples are and what is learned of them. It
brings ``Watch`` objects of the engine, which look at the network on the training thread a few times
a second, and draws what they have seen.
"""
