"""The Data page: what the data look like, and what is done to them before anything is learned.

Each tab is a ``Section`` (``section``), made known in ``sections.SECTIONS``.
"""
