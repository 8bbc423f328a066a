"""The icon of each family of layers."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.layer import Family

FAMILY_ICONS: Mapping[Family, str] = {
    Family.LINEAR: "share-network",
    Family.CONVOLUTION: "dots-nine",
    Family.POOLING: "arrows-in",
    Family.ACTIVATION: "lightning",
    Family.NORMALIZATION: "scales",
    Family.REGULARIZATION: "drop-half",
    Family.RECURRENT: "arrows-clockwise",
    Family.ATTENTION: "eye",
    Family.RESHAPING: "bounding-box",
    Family.CONTAINER: "stack",
}
