"""One reader for each declared source."""

from netstudio.engine.data.sources.digits import read_digits
from netstudio.engine.data.sources.idx import read_fashion_mnist, read_mnist
from netstudio.engine.data.sources.image_folder import read_image_folder

__all__ = ["read_digits", "read_fashion_mnist", "read_image_folder", "read_mnist"]
