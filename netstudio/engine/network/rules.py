"""What commonly goes wrong in a network, each with its words and, where there is one, its fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from netstudio.core import edits
from netstudio.core.kinds import AUTO
from netstudio.core.layer import LayerDef
from netstudio.core.problems import NETWORK, TRAINING, Fix, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, Axes, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.core.tree import Location, Node, Stack, locate, walk
from netstudio.layers import LAYERS
from netstudio.tasks.settings import Settings

_AXES_IN_WORDS = {
    FEATURES: QT_TRANSLATE_NOOP("netstudio", "a flat vector"),
    SEQUENCE: QT_TRANSLATE_NOOP("netstudio", "a sequence (time×features)"),
    IMAGE: QT_TRANSLATE_NOOP("netstudio", "pictures (channels×height×width)"),
}


def _in_words(axes: Axes) -> Message:
    words = _AXES_IN_WORDS.get(axes)
    return Message(words) if words else verbatim("×".join(axes))


def accepts(layer: LayerDef, x: TensorSpec) -> bool:
    """Whether the layer works on numbers like ``x``: on their axes, and on ids or on values."""
    if not layer.slots and layer.takes_ids is not x.is_ids:
        return False
    return not layer.accepts or x.axes in layer.accepts


def wrong_axes(node: Node, layer: LayerDef, x: TensorSpec) -> Problem:
    """The layer needs other axes than those it receives."""
    adapter = _adapter(layer.accepts)
    values = {
        "layer": Message(layer.label),
        "expected": _in_words(layer.accepts[0]),
        "shape": x.shape,
    }
    if adapter is None:
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} expects {expected} but receives {shape}. Move it, or use a layer that "
                "works on this shape.",
            ),
            **values,
        )
        return Problem("wrong-axes", Severity.ERROR, node.uid, text)
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "{layer} expects {expected} but receives {shape}. Add {adapter} before it."
        ),
        **values,
        adapter=Message(adapter.label),
    )
    label = message(
        QT_TRANSLATE_NOOP("netstudio", "Insert {adapter}"), adapter=Message(adapter.label)
    )
    fix = Fix(label, _inserting_before(node.uid, adapter))
    return Problem(f"missing-{adapter.type.lower()}", Severity.ERROR, node.uid, text, fix=fix)


def whole_network(project: Project, settings: Settings, output: TensorSpec) -> Iterator[Problem]:
    """What can only be said of the network as a whole; every layer of it is fine by itself."""
    facts = project.data.facts
    if settings.task is not None and facts is not None:
        wanted = settings.task.output_spec(facts)
        known = 0 not in wanted.sizes
        if known and (output.axes, output.sizes) != (wanted.axes, wanted.sizes):
            yield _wrong_output(project, output, wanted)
    last = _last_leaf(project.network)
    if last is not None and settings.loss is not None and settings.loss.expects_logits:
        definition = LAYERS.get(last.type)
        if definition is not None and definition.gives_probabilities:
            yield _probabilities_before_logits_loss(last, settings)
    if settings.training is not None and settings.training.batch_size == 1:
        yield from _batch_of_one(project.network)


def nothing_to_learn() -> Problem:
    """No layer has weights."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "No layer of the network has weights to learn. Add one, such as Linear."
        )
    )
    return Problem("nothing-to-learn", Severity.ERROR, NETWORK, text)


def _adapter(accepted: tuple[Axes, ...]) -> type[LayerDef] | None:
    return next((cls for cls in LAYERS if cls.adapts and cls.gives in accepted), None)


def _inserting_before(uid: str, cls: type[LayerDef]) -> Callable[[Project], Project]:
    def apply(project: Project) -> Project:
        if (place := locate(project.network, uid)) is None:
            return project
        node = edits.new_node(cls.type, cls.defaults(), cls.slots)
        return project.with_network(edits.insert(project.network, place, [node]))

    return apply


def _wrong_output(project: Project, output: TensorSpec, wanted: TensorSpec) -> Problem:
    last = _last_leaf(project.network)
    widens = last is not None and last.type == "Linear" and output.axes == wanted.axes
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The network puts out {output}, but the task needs {wanted} numbers, one for each "
            "class. End it with a Linear layer whose outputs are auto.",
        ),
        output=output.shape,
        wanted=wanted.shape,
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Make the output fit"))
    fix = Fix(label, _last_linear_for_classes if widens else _ending_in_classes)
    target = last.uid if last is not None else NETWORK
    return Problem("wrong-output", Severity.ERROR, target, text, fix=fix)


def _last_linear_for_classes(project: Project) -> Project:
    """Let the last Linear give one output for each class."""
    last = _last_leaf(project.network)
    if last is None or last.type != "Linear":
        return project
    return project.with_network(edits.set_fields(project.network, last.uid, out_features=AUTO))


def _ending_in_classes(project: Project) -> Project:
    """Add a Linear that gives one output for each class."""
    ending = [
        edits.new_node("Flatten", LAYERS["Flatten"].defaults()),
        edits.new_node("Linear", LAYERS["Linear"].defaults().replace(out_features=AUTO)),
    ]
    end = Location(None, "", len(project.network))
    return project.with_network(edits.insert(project.network, end, ending))


def _probabilities_before_logits_loss(last: Node, settings: Settings) -> Problem:
    assert settings.loss is not None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} is the last layer, but {loss} applies softmax itself. Done twice, it flattens "
            "the gradients and the network learns slowly. Remove {layer}.",
        ),
        layer=last.type,
        loss=Message(settings.loss.label),
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Remove {layer}"), layer=last.type)

    def apply(project: Project) -> Project:
        if locate(project.network, last.uid) is None:
            return project
        return project.with_network(edits.remove(project.network, {last.uid}))

    return Problem("softmax-twice", Severity.WARNING, last.uid, text, fix=Fix(label, apply))


def _batch_of_one(network: Stack) -> Iterator[Problem]:
    mixing = next(
        (node for node in walk(network) if (cls := LAYERS.get(node.type)) and cls.mixes_batch),
        None,
    )
    if mixing is None:
        return
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The batch size is 1, but {layer} needs several samples in a batch to take their mean. "
            "Set the batch size to 2 or more.",
        ),
        layer=mixing.type,
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Set the batch size to {size}"), size=32)

    def apply(project: Project) -> Project:
        options = project.training.options.replace(batch_size=32)
        return replace(project, training=replace(project.training, options=options))

    yield Problem(
        "batch-of-one", Severity.ERROR, TRAINING, text, "batch_size", fix=Fix(label, apply)
    )


def _last_leaf(stack: Stack) -> Node | None:
    """The layer whose output is the network's, seen through groups."""
    for node in reversed(stack.nodes):
        cls = LAYERS.get(node.type)
        if cls is not None and cls.is_transparent:
            (body,) = cls.slots
            leaf = _last_leaf(node.slot(body))
        else:
            leaf = node
        if leaf is not None:
            return leaf
    return None
