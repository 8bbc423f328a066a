"""What kinds of problem there are, and the choices that go with them.

Declarations only, without torch: tasks, losses, optimizers, metrics, data sources, and the
options of data and training. Each names what the engine constructs or calls for it.
"""

from netstudio.tasks import image_classification

__all__ = ["image_classification"]
