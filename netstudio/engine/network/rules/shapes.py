"""Layers that cannot work on what they receive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import Choice, Flag, Unfit
from netstudio.core.layer import Family, LayerDef, Objection
from netstudio.core.problems import Fix, Problem, Severity
from netstudio.core.spec import Axes, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten, verbatim
from netstudio.core.tree import Node, Stack
from netstudio.core.values import Value
from netstudio.engine.network.report import LayerReport
from netstudio.engine.network.rules import mending
from netstudio.engine.network.rules.words import axes_in_words
from netstudio.layers import LAYERS
from netstudio.layers.windows import times

Reports = Mapping[str, LayerReport]
Works = Callable[[Node], bool]


def accepts(layer: LayerDef, x: TensorSpec) -> bool:
    """Whether the layer works on numbers like ``x``: on their axes, and on ids or on values."""
    if not layer.slots and layer.takes_ids is not x.is_ids:
        return False
    return not layer.accepts or x.axes in layer.accepts


def wrong_axes(
    node: Node, layer: LayerDef, x: TensorSpec, before: tuple[Node, LayerReport] | None = None
) -> Problem:
    """The layer needs something else than what it receives.

    Args:
        node: The layer as written.
        layer: Its type with its settings.
        x: What it receives.
        before: The layer that puts this out, and what is known of it.
    """
    if x.is_ids and not layer.takes_ids:
        return _ids_without_embedding(node, layer, x)
    if layer.takes_ids and not x.is_ids:
        return _numbers_instead_of_ids(node, layer, x)
    values = {"layer": Message(layer.label), "shape": x.shape}
    if before is not None and (other := _other_output(layer, before[1])) is not None:
        spec, value = other
        remedy = {
            "setting": Message(spec.label),
            "before": shorten(before[0].name),
            "value": _as_read(spec, value),
        }
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} expects {expected} but receives {shape}. Set {setting} of {before} to "
                "{value}.",
            ),
            **values,
            **remedy,
            expected=axes_in_words(layer.accepts[0]),
        )
        label = message(
            QT_TRANSLATE_NOOP("netstudio", "Set {setting} of {before} to {value}"), **remedy
        )
        fix = mending.setting(before[0].uid, label, **{spec.name: value})
        return Problem("wrong-axes", Severity.ERROR, node.uid, text, fix=fix)
    if (sibling := _sibling(layer, x)) is not None:
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} expects {expected} but receives {shape}. Use {sibling} instead.",
            ),
            **values,
            expected=axes_in_words(layer.accepts[0]),
            sibling=Message(sibling.label),
        )
        fix = mending.becoming(node.uid, sibling)
        return Problem("wrong-axes", Severity.ERROR, node.uid, text, fix=fix)
    for axes in layer.accepts:
        if (adapter := _adapter(axes, x)) is not None:
            text = message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} expects {expected} but receives {shape}. Add {adapter} before it.",
                ),
                **values,
                expected=axes_in_words(axes),
                adapter=Message(adapter.label),
            )
            code = f"missing-{adapter.type.lower()}"
            fix = mending.inserting(adapter, before=node.uid)
            return Problem(code, Severity.ERROR, node.uid, text, fix=fix)
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} expects {expected} but receives {shape}. Move it, or use a layer that works "
            "on this shape.",
        ),
        **values,
        expected=axes_in_words(layer.accepts[0]),
    )
    return Problem("wrong-axes", Severity.ERROR, node.uid, text)


def objected(node: Node, objection: Objection, reports: Reports, works: Works) -> Problem:
    """A layer refuses its input; its fix is the first of several that was tried and works.

    Args:
        node: The layer.
        objection: What it says.
        reports: The reports of what it holds, if it holds anything.
        works: Whether another version of the layer would do in its place.
    """
    fix = next(_fixes(node, objection, reports, works), None)
    return Problem(objection.code, Severity.ERROR, node.uid, objection.text, objection.field, fix)


def _ids_without_embedding(node: Node, layer: LayerDef, x: TensorSpec) -> Problem:
    embedding = next((cls for cls in LAYERS if cls.takes_ids), None)
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} calculates with numbers but receives {count} token ids, which only name words "
            "or characters. Add an Embedding layer before it.",
        ),
        layer=Message(layer.label),
        count=x.shape,
    )
    fix = mending.inserting(embedding, before=node.uid) if embedding else None
    return Problem("ids-without-embedding", Severity.ERROR, node.uid, text, fix=fix)


def _numbers_instead_of_ids(node: Node, layer: LayerDef, x: TensorSpec) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} looks up token ids but receives {expected} of {shape}, which is numbers "
            "already. Remove {layer}.",
        ),
        layer=Message(layer.label),
        expected=axes_in_words(x.axes),
        shape=x.shape,
    )
    fix = mending.removing(node, layer.label)
    return Problem("embedding-without-ids", Severity.ERROR, node.uid, text, fix=fix)


def _other_output(layer: LayerDef, before: LayerReport) -> tuple[FieldSpec, Value] | None:
    """The choice with which the layer before would put out what this one expects."""
    if before.layer is None or before.input is None or before.layer.slots:
        return None
    for spec in before.layer.fields():
        for option in spec.kind.options if isinstance(spec.kind, Choice) else ():
            other = replace(before.layer, **{spec.name: option})
            if other.output_axes(before.input, {}) in layer.accepts:
                return spec, option
    return None


# The ending that tells layers apart which do the same over time, pictures and volumes.
_DIMENSIONS = re.compile(r"[123]d$")


def _sibling(layer: LayerDef, x: TensorSpec) -> type[LayerDef] | None:
    """The layer that does the same on numbers like ``x``: Conv1d for Conv2d."""
    stem = _DIMENSIONS.sub("", layer.type)
    if stem == layer.type:
        return None
    return next(
        (
            cls
            for cls in LAYERS
            if _DIMENSIONS.sub("", cls.type) == stem and cls.type != stem and x.axes in cls.accepts
        ),
        None,
    )


def _adapter(axes: Axes, x: TensorSpec) -> type[LayerDef] | None:
    """A layer that turns ``x`` into numbers on these axes."""
    return next(
        (
            cls
            for cls in LAYERS
            if cls.adapts and cls.gives == axes and (not cls.accepts or x.axes in cls.accepts)
        ),
        None,
    )


def _fixes(node: Node, objection: Objection, reports: Reports, works: Works) -> Iterator[Fix]:
    """What would mend it, the best first; each was tried."""
    for fields, label in _other_settings(node, objection):
        if works(replace(node, fields=node.fields.replace(**fields))):
            yield mending.setting(node.uid, label, **fields)
    for strict in (True, False):
        other = _keeping_sizes(node, reports, strict=strict)
        if other != node and works(other):
            keep = QT_TRANSLATE_NOOP("netstudio", "Let the layers inside keep the size")
            yield mending.replacing(other, Message(keep))
    cls = LAYERS[node.type]
    if _is_pooled_out(objection, cls):
        yield mending.removing(node, cls.label)


def _is_pooled_out(objection: Objection, cls: type[LayerDef]) -> bool:
    """Whether there is too little left to pool, so that a smaller window would do nothing."""
    return objection.code == "window-too-large" and cls.family is Family.POOLING


def _other_settings(
    node: Node, objection: Objection
) -> Iterator[tuple[Mapping[str, Value], Message]]:
    """Settings that may do, and what a press on them says."""
    cls = LAYERS[node.type]
    fields = {spec.name: spec for spec in cls.fields()}
    if objection.code == "window-too-large" and _takes(fields.get("padding"), "same"):
        yield {"padding": "same"}, _set_to(fields["padding"], "same")
    if objection.fix is not None and not _is_pooled_out(objection, cls):
        name, value = objection.fix
        yield {name: value}, _set_to(fields[name], value)
    blamed = fields.get(objection.field or "")
    if blamed is None:
        return
    now = node.fields.get(blamed.name, blamed.default)
    if isinstance(blamed.kind, Choice):
        for option in blamed.kind.options:
            if option != now:
                yield {blamed.name: option}, _set_to(blamed, option)
    if isinstance(blamed.kind, Flag):
        label = QT_TRANSLATE_NOOP("netstudio", "Switch {setting} on")
        if now:
            label = QT_TRANSLATE_NOOP("netstudio", "Switch {setting} off")
        yield {blamed.name: not now}, message(label, setting=Message(blamed.label))


def _set_to(spec: FieldSpec, value: Value) -> Message:
    template = QT_TRANSLATE_NOOP("netstudio", "Set {setting} to {value}")
    return message(template, setting=Message(spec.label), value=_as_read(spec, value))


def _as_read(spec: FieldSpec, value: Value) -> Message:
    """A value of a field as people read it in the form."""
    if isinstance(spec.kind, Choice) and spec.kind.labels:
        return Message(dict(zip(spec.kind.options, spec.kind.labels, strict=True))[str(value)])
    if isinstance(value, tuple):
        return verbatim(times(side for side in value if isinstance(side, int)))
    return verbatim(f"{value:g}" if isinstance(value, float) else str(value))


def _keeping_sizes(node: Node, reports: Reports, *, strict: bool) -> Node:
    """A container whose windows keep the size where they changed it.

    Args:
        node: The container.
        reports: The reports of the layers in it.
        strict: Whether only windows of stride 1 are changed; else all others as well.
    """
    slots = tuple((name, _stack_keeping(body, reports, strict)) for name, body in node.slots)
    return replace(node, slots=slots)


def _stack_keeping(stack: Stack, reports: Reports, strict: bool) -> Stack:
    nodes = []
    for node in stack:
        report = reports[node.uid]
        if node.slots:
            nodes.append(_keeping_sizes(node, reports, strict=strict))
        elif node.enabled and _changes_size(report):
            assert report.layer is not None
            fields = _keeping_fields(report.layer, strict)
            nodes.append(replace(node, fields=node.fields.replace(**fields)))
        else:
            nodes.append(node)
    return Stack(tuple(nodes))


def _changes_size(report: LayerReport) -> bool:
    """Whether a layer keeps the axes but not the extent along time or of pictures."""
    x, y = report.input, report.output
    if x is None or y is None or x.axes != y.axes:
        return False
    return any(
        before != after
        for axis, before, after in zip(x.axes, x.sizes, y.sizes, strict=True)
        if axis not in ("features", "channels")
    )


def _keeping_fields(layer: LayerDef, strict: bool) -> Mapping[str, Value]:
    """Settings with which a window keeps the size; none where there are no such."""
    fields = {spec.name: spec for spec in layer.fields()}
    if "padding" not in fields or "kernel_size" not in fields:
        return {}
    strides = getattr(layer, "stride", 1)
    moves_by_one = strides in (1, (1, 1), (1, 1, 1))
    if strict and not moves_by_one:
        return {}
    stride: Mapping[str, Value] = {} if moves_by_one else {"stride": 1}
    if _takes(fields["padding"], "same"):
        return {**stride, "padding": "same"}
    kernel = getattr(layer, "kernel_size")  # noqa: B009 (fields of layers are known by name only)
    sides = kernel if isinstance(kernel, tuple) else (kernel,)
    # Equal padding on both sides keeps the size only around a window with a middle.
    odd = tuple(side // 2 * 2 + 1 for side in sides)
    half = tuple(side // 2 for side in sides)
    if not isinstance(kernel, tuple):
        return {**stride, "kernel_size": odd[0], "padding": half[0]}
    return {**stride, "kernel_size": odd, "padding": half}


def _takes(spec: FieldSpec | None, value: Value) -> bool:
    if spec is None:
        return False
    try:
        spec.kind.parse(value)
    except Unfit:
        return False
    return True
