"""What a network puts out, against what the task and the loss need."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, inf, isfinite, isinf, prod

from netstudio.core import edits
from netstudio.core.kinds import AUTO
from netstudio.core.layer import LayerDef, Role
from netstudio.core.problems import NETWORK, Fix, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.spec import FEATURES, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.tree import Location, Node, Stack
from netstudio.core.values import Fields
from netstudio.engine.network.rules import mending
from netstudio.engine.network.rules.mending import USUAL_ACTIVATION
from netstudio.engine.network.rules.subject import Chain, Link, Subject, last_leaf, main_chain
from netstudio.layers import LAYERS
from netstudio.tasks.content import Aim
from netstudio.tasks.losses import LossDef


def of_output(subject: Subject) -> Iterator[Problem]:
    """What is wrong with what the network puts out."""
    if subject.output is None:
        return
    chain = main_chain(subject)
    wrong = list(_wrong_output(subject, chain))
    yield from wrong
    loss = subject.settings.loss
    if not chain or loss is None:
        return
    last = chain[-1]
    if loss.expects_logits and last.layer.gives_probabilities:
        yield _probabilities_before_logits_loss(last, loss)
    elif wrong:
        # What is last now will not be when the network ends in the right size.
        return
    elif loss.expects_logits and any(isfinite(bound) for bound in last.layer.gives_range):
        yield _limited_scores(last, loss, subject.output)
    elif not loss.expects_logits:
        yield from _unreachable_targets(subject, last, loss)


_SIZED_WRONG = QT_TRANSLATE_NOOP(
    "netstudio",
    "The network puts out {output} numbers but needs {wanted}, {purpose}. Set the outputs of "
    "{layer} to auto.",
)
_NO_ENDING = QT_TRANSLATE_NOOP(
    "netstudio",
    "The network puts out {output} but needs {wanted} numbers, {purpose}. Add a Linear layer at "
    "its end and set its outputs to auto.",
)
_NOT_ITSELF = QT_TRANSLATE_NOOP(
    "netstudio",
    "The network puts out {output} but must give back {wanted}, the shape of what it receives. End "
    "it with layers that lead back to that shape, such as Linear and Unflatten.",
)
_FOR_TWO_CLASSES = QT_TRANSLATE_NOOP("netstudio", "one for both classes")
# What the numbers are for, as the middle of those sentences.
_PURPOSES = {
    Aim.CLASS: QT_TRANSLATE_NOOP("netstudio", "one for each class"),
    Aim.LABELS: QT_TRANSLATE_NOOP("netstudio", "one for each label"),
    Aim.VALUES: QT_TRANSLATE_NOOP("netstudio", "one for each number to predict"),
}


def _wrong_output(subject: Subject, chain: Chain) -> Iterator[Problem]:
    facts, task = subject.project.data.facts, subject.settings.task
    if facts is None or task is None or subject.output is None:
        return
    wanted = task.output_spec(facts, subject.settings.loss)
    same = (subject.output.axes, subject.output.sizes) == (wanted.axes, wanted.sizes)
    if same or 0 in wanted.sizes or _is_all_off(subject.project.network):
        return
    sizes: dict[str, object] = {"output": subject.output.shape, "wanted": wanted.shape}
    label = message(QT_TRANSLATE_NOOP("netstudio", "Make the output fit"))
    last = last_leaf(subject.project.network)
    target = last.uid if last is not None else NETWORK
    if task.aim is Aim.ITSELF:
        text = message(_NOT_ITSELF, **sizes)
        ending = _ending_in(subject.output, wanted)
        fix = Fix(label, lambda project: _with_ending(project, ending))
        yield Problem("wrong-output", Severity.ERROR, target, text, fix=fix)
        return
    purpose = _PURPOSES[task.aim]
    if task.aim is Aim.CLASS and wanted.sizes == (1,):
        purpose = _FOR_TWO_CLASSES
    sizes["purpose"] = message(purpose)
    sized = _sized_by_the_task(chain) if subject.output.axes == wanted.axes else None
    if sized is not None:
        node, field = sized
        text = message(_SIZED_WRONG, **sizes, layer=Message(LAYERS[node.type].label))
        fix = mending.setting(node.uid, label, **{field: AUTO})
    else:
        text = message(_NO_ENDING, **sizes)
        ending = _ending_in_classes(subject.output, bent=not _ends_linear(chain))
        fix = Fix(label, lambda project: _with_ending(project, ending))
    yield Problem("wrong-output", Severity.ERROR, target, text, fix=fix)


def _is_all_off(network: Stack) -> bool:
    """Whether there are layers but none of them takes part; that is said once, elsewhere."""
    return len(network) > 0 and not any(node.enabled for node in network)


def _sized_by_the_task(chain: Chain) -> tuple[Node, str] | None:
    """The layer, and its field, that can give the number of outputs and decides it now."""
    for link in reversed(chain):
        if (field := _auto_field(type(link.layer))) is not None:
            return link.node, field
        if not link.layer.gives_probabilities:
            return None
    return None


def _auto_field(cls: type[LayerDef]) -> str | None:
    """The field of a layer type that can follow the task."""
    return next((spec.name for spec in cls.fields() if spec.fact is not None), None)


def _ends_linear(chain: Chain) -> bool:
    """Whether nothing bends the numbers behind the last weighted sums."""
    roles = [link.layer.role for link in chain if link.layer.role is not Role.PASSING]
    return roles[-1:] == [Role.LINEAR]


def _ending_in_classes(output: TensorSpec, *, bent: bool) -> list[Node]:
    """The layers that turn the network's output into one number for each class."""
    sized = next(cls for cls in LAYERS if _auto_field(cls) and FEATURES in cls.accepts)
    field = _auto_field(sized)
    assert field is not None
    ending = [edits.new_node(sized.type, sized.defaults().replace(**{field: AUTO}))]
    if output.axes != FEATURES:
        flat = next(cls for cls in LAYERS if cls.adapts and cls.gives == FEATURES)
        ending.insert(0, mending.new_layer(flat))
    embedding = next((cls for cls in LAYERS if cls.takes_ids), None)
    if output.is_ids and embedding is not None:
        ending.insert(0, mending.new_layer(embedding))
    if not bent:
        ending.insert(0, mending.new_layer(USUAL_ACTIVATION))
    return ending


def _ending_in(output: TensorSpec, wanted: TensorSpec) -> list[Node]:
    """The layers that turn the network's output into this shape."""
    ending = []
    if output.axes != FEATURES:
        flat = next(cls for cls in LAYERS if cls.adapts and cls.gives == FEATURES)
        ending.append(mending.new_layer(flat))
    if output.sizes != (prod(wanted.sizes),):
        ending.append(edits.new_node("Linear", Fields(out_features=prod(wanted.sizes))))
    if wanted.axes != FEATURES:
        ending.append(edits.new_node("Unflatten", Fields(unflattened_size=wanted.sizes)))
    return ending


def _with_ending(project: Project, ending: list[Node]) -> Project:
    end = Location(None, "", len(project.network))
    return project.with_network(edits.insert(project.network, end, ending))


def _probabilities_before_logits_loss(last: Link, loss: LossDef) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} is the last layer, but {loss} applies softmax itself. Done twice, it flattens "
            "the gradients and the network learns slowly. Remove {layer}.",
        ),
        layer=Message(last.layer.label),
        loss=Message(loss.label),
    )
    fix = mending.removing(last.node, last.layer.label)
    return Problem("softmax-twice", Severity.WARNING, last.node.uid, text, fix=fix)


_CUT_BELOW = QT_TRANSLATE_NOOP(
    "netstudio",
    "{layer} is the last layer and puts out nothing below {bound}, but {loss} compares scores of "
    "any size. Remove {layer}.",
)
_CUT_ABOVE = QT_TRANSLATE_NOOP(
    "netstudio",
    "{layer} is the last layer and puts out nothing above {bound}, but {loss} compares scores of "
    "any size. Remove {layer}.",
)


def _limited_scores(last: Link, loss: LossDef, output: TensorSpec) -> Problem:
    """The loss takes scores of any size, but the last layer limits them."""
    low, high = last.layer.gives_range
    values = {"layer": Message(last.layer.label), "loss": Message(loss.label)}
    if isinf(low) or isinf(high):
        text = message(_CUT_BELOW, **values, bound=f"{low:g}")
        if isinf(low):
            text = message(_CUT_ABOVE, **values, bound=f"{high:g}")
    else:
        best = _surest(low, high, loss, output)
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{layer} is the last layer and keeps its outputs between {low} and {high}, but "
                "{loss} needs scores of any size: the network could never be more than {share} % "
                "sure. Remove {layer}.",
            ),
            **values,
            low=f"{low:g}",
            high=f"{high:g}",
            share=round(100 * best),
        )
    fix = mending.removing(last.node, last.layer.label)
    return Problem("limited-scores", Severity.WARNING, last.node.uid, text, fix=fix)


def _surest(low: float, high: float, loss: LossDef, output: TensorSpec) -> float:
    """The highest probability that scores within these bounds can stand for."""
    if loss.one_for_two:
        return 1 / (1 + exp(-high))
    others = output.sizes[-1] - 1
    return exp(high - low) / (exp(high - low) + others)


def _unreachable_targets(subject: Subject, last: Link, loss: LossDef) -> Iterator[Problem]:
    """The last layer cannot put out what the loss compares with."""
    low, high = last.layer.gives_range
    task = subject.settings.task
    # Values are standardised: they lie on both sides of zero.
    lowest, highest = (-inf, inf) if task and task.aim is Aim.VALUES else loss.targets
    if low <= lowest and highest <= high:
        return
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} is the last layer and puts out nothing outside {low} to {high}, but {loss} "
            "compares with targets from {lowest} to {highest}. Remove {layer}.",
        ),
        layer=Message(last.layer.label),
        loss=Message(loss.label),
        low=_bound(low),
        high=_bound(high),
        lowest=_bound(lowest),
        highest=_bound(highest),
    )
    fix = mending.removing(last.node, last.layer.label)
    yield Problem("unreachable-targets", Severity.WARNING, last.node.uid, text, fix=fix)


def _bound(value: float) -> str:
    return f"{value:g}".replace("inf", "∞").replace("-", "−")
