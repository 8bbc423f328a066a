"""A trained model in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from netstudio.gui.metric_words import is_share, metric_text
from netstudio.gui.texts import short_count, translate

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel


def describe_model(model: TrainedModel) -> str:
    """Its name, its best known figure and its size: mnist-cnn · 98.5 % on test · 19.2 k …"""
    parameters = sum(parameter.numel() for parameter in model.module.parameters())
    size = translate("netstudio", "{count} parameters").format(count=short_count(parameters))
    return " · ".join(filter(None, (model.project.name, _known_share(model.figures), size)))


def _known_share(figures: Mapping[str, Any]) -> str:
    """The first metric that is a share, on the test part or else on the validation part."""
    for part, template in (
        ("test", translate("netstudio", "{share} on test")),
        ("val", translate("netstudio", "{share} on validation")),
    ):
        for name, value in (figures.get(part) or {}).items():
            if is_share(name):
                return template.format(share=metric_text(name, value))
    return ""
