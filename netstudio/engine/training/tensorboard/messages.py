"""TensorBoard's messages: numbers over time, texts, and the settings of a run.

The numbers of the fields are those of TensorFlow's event.proto, summary.proto and tensor.proto and
of TensorBoard's plugin_data.proto for settings ("hparams").
"""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.engine.training.tensorboard.protobuf import double, integer, nested, single, text

# A type of TensorFlow's tensors.
_STRING = 7
_SUCCESS, _FAILURE = 1, 2

Setting = float | str | bool


def beginning(wall_time: float) -> bytes:
    """The record that a file begins with."""
    return double(1, wall_time) + text(3, "brain.Event:2")


def event(wall_time: float, step: int, *values: bytes) -> bytes:
    """A record: what was measured at one time."""
    return (
        double(1, wall_time) + integer(2, step) + nested(5, *(nested(1, each) for each in values))
    )


def scalar(tag: str, value: float) -> bytes:
    """A number that is drawn as a curve."""
    return text(1, tag) + single(2, value)


def note(tag: str, markdown: str) -> bytes:
    """A text in Markdown."""
    tensor = integer(1, _STRING) + nested(2, nested(2, integer(1, 1))) + text(8, markdown)
    return text(1, f"{tag}/text_summary") + nested(9, _plugin("text", b"")) + nested(8, tensor)


def settings_begin(settings: Mapping[str, Setting], wall_time: float) -> bytes:
    """The settings of a run that begins."""
    entries = (nested(1, text(1, name), nested(2, _value(each))) for name, each in settings.items())
    started = nested(3, *entries, double(5, wall_time))
    return _settings("_hparams_/session_start_info", started)


def settings_end(is_success: bool, wall_time: float) -> bytes:
    """The end of a run with settings."""
    status = integer(1, _SUCCESS if is_success else _FAILURE)
    return _settings("_hparams_/session_end_info", nested(4, status, double(2, wall_time)))


def _settings(tag: str, content: bytes) -> bytes:
    return text(1, tag) + nested(9, _plugin("hparams", content))


def _plugin(name: str, content: bytes) -> bytes:
    return nested(1, text(1, name), nested(2, content))


def _value(setting: Setting) -> bytes:
    match setting:
        case bool():
            return integer(4, int(setting))
        case str():
            return text(3, setting)
    return double(2, setting)
