"""What one click can change, and how a project looks after it."""

from __future__ import annotations

from dataclasses import replace

from netstudio.core.edits import EditError, change_type, set_fields
from netstudio.core.project import Project, Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.core.tree import find
from netstudio.core.values import Fields
from netstudio.engine.events import Remedy
from netstudio.engine.training.notices.course import Setting
from netstudio.layers import LAYERS

_PATIENCE = 5
# What is usual, by optimizer.
_SGD_DECAY, _ADAMW_DECAY = 5e-4, 0.01
_CLIP_NORM = 1.0


def lower_rate(setting: Setting) -> tuple[Remedy, ...]:
    """A tenth of the learning rate."""
    return _rate(setting, 0.1)


def raise_rate(setting: Setting) -> tuple[Remedy, ...]:
    """Ten times the learning rate."""
    return _rate(setting, 10.0)


def _rate(setting: Setting, factor: float) -> tuple[Remedy, ...]:
    if setting.learning_rate is None:
        return ()
    rate = float(f"{setting.learning_rate * factor:.3g}")
    label = message(QT_TRANSLATE_NOOP("netstudio", "Learning rate {rate:g}"), rate=rate)
    return (Remedy(label, "optimizer", Fields(lr=rate)),)


def stop_early(setting: Setting) -> tuple[Remedy, ...]:
    """Early stopping, unless the run has it already."""
    if setting.patience:
        return ()
    label = message(QT_TRANSLATE_NOOP("netstudio", "Stop early"))
    return (Remedy(label, "training", Fields(patience=_PATIENCE)),)


def decay_weights(setting: Setting) -> tuple[Remedy, ...]:
    """Weight decay as it is usual with the optimizer, where there is none."""
    if setting.weight_decay != 0:
        return ()
    if setting.optimizer == "sgd":
        label = message(QT_TRANSLATE_NOOP("netstudio", "Weight decay {value:g}"), value=_SGD_DECAY)
        return (Remedy(label, "optimizer", Fields(weight_decay=_SGD_DECAY)),)
    if setting.optimizer == "adam":
        # Adam scales its own decay away.
        label = message(QT_TRANSLATE_NOOP("netstudio", "Use AdamW"))
        fields = Fields(lr=setting.learning_rate, weight_decay=_ADAMW_DECAY)
        return (Remedy(label, "optimizer", fields, type="adamw"),)
    return ()


def clip_gradients(setting: Setting) -> tuple[Remedy, ...]:
    """A limit for the gradients' norm, where there is none."""
    if setting.clips:
        return ()
    label = message(QT_TRANSLATE_NOOP("netstudio", "Clip gradients"))
    return (Remedy(label, "training", Fields(clip_norm=_CLIP_NORM)),)


def draw_weights() -> tuple[Remedy, ...]:
    """First weights as PyTorch draws them."""
    label = message(QT_TRANSLATE_NOOP("netstudio", "Draw the weights"))
    return (Remedy(label, "training", Fields(initialization="default")),)


def weigh_classes(setting: Setting) -> tuple[Remedy, ...]:
    """Errors in rare classes count more."""
    if setting.balances:
        return ()
    label = message(QT_TRANSLATE_NOOP("netstudio", "Weigh classes"))
    return (Remedy(label, "data", Fields(imbalance="class_weights")),)


def other_layer(uid: str, type_name: str) -> tuple[Remedy, ...]:
    """Another type of layer in the place of one."""
    label = message(
        QT_TRANSLATE_NOOP("netstudio", "Use {layer}"), layer=message(LAYERS[type_name].label)
    )
    return (Remedy(label, uid, type=type_name),)


def applied(project: Project, remedy: Remedy) -> Project:
    """The project with the remedy in it; as it was where what it changes is not there any more."""
    training, data = project.training, project.data
    match remedy.target:
        case "training":
            options = training.options.replace(**remedy.values)
            return replace(project, training=replace(training, options=options))
        case "data":
            return replace(
                project, data=replace(data, options=data.options.replace(**remedy.values))
            )
        case "optimizer":
            chosen = _chosen(training.optimizer, remedy)
            return replace(project, training=replace(training, optimizer=chosen))
        case "schedule":
            chosen = _chosen(training.schedule, remedy)
            return replace(project, training=replace(training, schedule=chosen))
        case "loss":
            chosen = _chosen(training.loss, remedy)
            return replace(project, training=replace(training, loss=chosen))
    return _with_layer(project, remedy)


def _chosen(before: Selected, remedy: Remedy) -> Selected:
    if remedy.type and remedy.type != before.type:
        return Selected(remedy.type, remedy.values)
    return replace(before, fields=before.fields.replace(**remedy.values))


def _with_layer(project: Project, remedy: Remedy) -> Project:
    network = project.network
    if find(network, remedy.target) is None:
        return project
    try:
        if remedy.type:
            network = change_type(network, remedy.target, LAYERS[remedy.type])
        if remedy.values:
            network = set_fields(network, remedy.target, **remedy.values)
    except EditError:
        return project
    return project.with_network(network)
