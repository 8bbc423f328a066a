"""Live curves of a training run.

``series``, ``scales`` and ``curves`` know no Qt; ``canvas`` and ``axes`` import pyqtgraph and are
themselves imported only once that is there.
"""
