"""What kinds of problem there are, and the choices that go with them.

Declarations only, without torch: tasks, losses, optimizers, metrics, data sources, preparation,
augmentation, and the options of data and training. Each names what the engine constructs or calls.
"""

from netstudio.tasks import images, points, series, sounds, tables, texts

__all__ = ["images", "points", "series", "sounds", "tables", "texts"]
