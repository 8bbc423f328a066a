"""What the names of Keras mean in code that is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.engine.network.source import keras_layers
from netstudio.engine.network.source.branches import merged
from netstudio.engine.network.source.remarks import warning
from netstudio.engine.network.source.training import TrainingPatch, keras_loss, keras_optimizer
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    CodeCall,
    Dotted,
    Flow,
    Thing,
    flows_in,
    is_plain,
    tupled,
)

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

_RECURRENT = ("LSTM", "GRU", "SimpleRNN")
_INPUTS = ("Input", "InputLayer")
_MODELS = ("Sequential", "Model")
# Arguments that a layer here has no use for: names, shapes that are known, how weights begin.
_PASSED_OVER = frozenset(
    (
        "name",
        "input_shape",
        "batch_input_shape",
        "input_dim",
        "input_length",
        "dtype",
        "trainable",
        "data_format",
        "mask_zero",
        "seed",
        "kernel_initializer",
        "bias_initializer",
        "embeddings_initializer",
        "recurrent_initializer",
        "depthwise_initializer",
        "pointwise_initializer",
        "gamma_initializer",
        "beta_initializer",
        "noise_shape",
        "axis",
        "keepdims",
    )
)
NAMES = frozenset(
    (
        *keras_layers.LAYERS,
        *keras_layers.ALIASES,
        *keras_layers.MERGES,
        *keras_layers.PREPROCESSING,
        *_INPUTS,
        *_MODELS,
        "Bidirectional",
        "TimeDistributed",
        "layers",
        "models",
        "optimizers",
        "losses",
        "keras",
        "tf",
        "tensorflow",
    )
)


@dataclass
class _Recorded:
    """What the code does with a model as a whole."""

    model: Any = None
    training: TrainingPatch = TrainingPatch()
    from_logits: bool = False


class KerasCode:
    """Layers, models and training of Keras."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._recorded = _Recorded()
        self.input_rank: int | None = None
        self.input: dict[str, int] = {}

    @property
    def models(self) -> list[Any]:
        """The model that is compiled or fitted, where one is."""
        return [] if self._recorded.model is None else [self._recorded.model]

    def call(self, callee: Dotted, given: Arguments, line: int) -> Any:
        """What calling something of Keras gives."""
        name = keras_layers.ALIASES.get(callee.last, callee.last)
        path = callee.name
        if ".optimizers." in path or ".losses." in path:
            return Thing(callee.last, given)
        if name in _INPUTS:
            self._note_shape(given.get("shape", 0), line)
            return Flow() if name == "Input" else Chain(line, is_inline=True)
        if name == "Sequential":
            return self._sequential(given, line)
        if name == "Model":
            return self._model(given, line)
        if name in ("Bidirectional", "TimeDistributed"):
            return self._wrapped(name, given, line)
        if name in keras_layers.MERGES:
            return self._merge(name, given, line)
        if name in keras_layers.PREPROCESSING or name.startswith("Random"):
            return self._elsewhere(name, line)
        if name in keras_layers.LAYERS:
            return self._layer(name, given, line)
        if name in keras_layers.ACTIVATIONS and (flow := next(flows_in(given.positional), None)):
            return self._through_activation(flow, name, line)
        if ".layers." in path and name[:1].isupper():
            return CodeCall(f"keras.{name}", line=line)
        return UNKNOWN

    def _sequential(self, given: Arguments, line: int) -> Chain:
        self._interpreter.effects += 1
        layers = given.get("layers", 0, [])
        return Chain(line, self._interpreter.library.children(layers, line))

    def _model(self, given: Arguments, line: int) -> Any:
        flow = next(flows_in(given.get("outputs", 1)), None)
        if flow is None:
            return UNKNOWN
        return Chain(line, [(step.name, step.made) for step in flow.steps])

    def _wrapped(self, name: str, given: Arguments, line: int) -> Any:
        layer = given.get("layer", 0)
        if name == "Bidirectional" and isinstance(layer, Chain):
            layer.children = [
                (child, _with_argument(made, "bidirectional", True))
                for child, made in layer.children
            ]
        return layer

    def _merge(self, name: str, given: Arguments, line: int) -> Any:
        operation = keras_layers.MERGES[name]
        flows = [*flows_in(given.positional)]
        if flows:
            return merged(operation, flows, line)
        return Thing(name, given)

    def merge_with(self, layer: Thing, given: Arguments, line: int) -> Any:
        """What ``Add()([x, y])`` gives."""
        flows = [*flows_in(given.positional)]
        operation = keras_layers.MERGES.get(layer.name)
        return merged(operation, flows, line) if flows and operation else UNKNOWN

    def _elsewhere(self, name: str, line: int) -> Chain:
        template = _PREPROCESSING if name in keras_layers.PREPROCESSING else _AUGMENTATION
        self._interpreter.remarks.append(warning(line, message(template, name=shorten(name, 40))))
        return Chain(line, is_inline=True)

    def _layer(self, name: str, given: Arguments, line: int) -> Any:
        self._interpreter.effects += 1
        layer = keras_layers.LAYERS[name]
        values = dict(layer.parameters)
        values.update(zip(values, given.positional, strict=False))
        for key, value in given.named.items():
            ours = keras_layers.ARGUMENT_ALIASES.get(key, key)
            if key not in values and ours in values:
                values[ours] = value
            elif key in values:
                values[key] = value
            elif key not in _PASSED_OVER:
                text = message(_NO_SETTING, layer=name, argument=shorten(key, 40))
                self._interpreter.remarks.append(warning(line, text))
        for key in ("input_shape", "batch_input_shape", "input_dim"):
            if name != "Embedding" and key in given.named:
                self._note_shape(given.named[key], line, has_batch=key.startswith("batch"))
        if name == "Reshape" and self._is_picture_again(values["target_shape"], line):
            return Chain(line, is_inline=True)
        calls = [_code_call(target, arguments, line) for target, arguments in layer.modules(values)]
        if name not in _RECURRENT and values.get("activation") is not None:
            calls += self._activation(values["activation"], line)
        label = given.named.get("name")
        names = [label if isinstance(label, str) else None] + [None] * len(calls)
        return Chain(line, list(zip(names, calls, strict=False)), is_inline=True)

    def _activation(self, activation: Any, line: int) -> list[CodeCall]:
        if isinstance(activation, Chain):
            return [made for _, made in activation.children]
        name = activation.last if isinstance(activation, Dotted) else activation
        if name not in keras_layers.ACTIVATIONS:
            shown = shorten(str(name), 40) if isinstance(name, str) else "…"
            return [CodeCall("", line=line, fault=message(_NO_ACTIVATION, name=shown))]
        made = keras_layers.ACTIVATIONS[name]
        return [] if made is None else [_code_call(made[0], made[1], line)]

    def _through_activation(self, flow: Flow, name: str, line: int) -> Flow:
        for made in self._activation(name, line):
            flow = flow.through(made, None, line)
        return flow

    def _note_shape(self, shape: Any, line: int, has_batch: bool = False) -> None:
        if isinstance(shape, list | tuple):
            sample = tuple(shape)[has_batch:]
            self.input_rank = len(sample)
            if sample and isinstance(sample[-1], int):
                self.input = {"channels" if len(sample) == 3 else "features": sample[-1]}
        elif isinstance(shape, int):
            self.input_rank = 1
            self.input = {"features": shape}

    def _is_picture_again(self, shape: Any, line: int) -> bool:
        """Whether a reshape only says that pictures are pictures, which they are here."""
        is_picture = isinstance(shape, list | tuple) and len(shape) == 3 and shape[-1] in (1, 3)
        if is_picture:
            self._interpreter.remarks.append(warning(line, message(_PICTURES)))
        return is_picture

    def method(self, owner: Any, name: str, given: Arguments, line: int) -> bool:
        """Take note of ``compile`` and ``fit``; whether it was one of them."""
        if name == "compile":
            self._recorded.model = owner
            self._compiled(given, line)
        elif name == "fit":
            self._recorded.model = owner
            self._fitted(given)
        return name in ("compile", "fit")

    def _compiled(self, given: Arguments, line: int) -> None:
        recorded = self._recorded
        loss = given.get("loss", 1)
        if loss is not None:
            name = _name_of(loss)
            settings = loss.given if isinstance(loss, Thing) else Arguments()
            chosen = keras_loss(name, settings)
            if chosen is None:
                text = message(_NO_LOSS, name=shorten(name or "…", 40))
                self._interpreter.remarks.append(warning(line, text))
            recorded.training = replace(recorded.training, loss=chosen)
            if isinstance(loss, Thing):
                recorded.from_logits = settings.named.get("from_logits") is True
        optimizer = given.get("optimizer", 0)
        if optimizer is not None:
            arguments = optimizer.given if isinstance(optimizer, Thing) else Arguments()
            selected = keras_optimizer(_name_of(optimizer), arguments)
            if selected is None:
                text = message(_NO_OPTIMIZER, name=shorten(_name_of(optimizer) or "…", 40))
                self._interpreter.remarks.append(warning(line, text))
            recorded.training = replace(recorded.training, optimizer=selected)

    def _fitted(self, given: Arguments) -> None:
        epochs = given.get("epochs", -1, given.get("nb_epoch", 3, 1))
        batch_size = given.get("batch_size", 2)
        share = given.named.get("validation_split")
        self._recorded.training = replace(
            self._recorded.training,
            epochs=_whole(epochs),
            batch_size=32 if batch_size is None else _whole(batch_size),
            validation_share=share if isinstance(share, float) and 0 <= share <= 0.9 else None,
        )

    def finished(self, network: CodeCall) -> tuple[CodeCall, TrainingPatch]:
        """The network with logits where its loss takes them, and its training."""
        recorded = self._recorded
        loss = recorded.training.loss
        last = network.children[-1][1] if network.children else None
        if (
            loss is not None
            and loss.type == "cross_entropy"
            and not recorded.from_logits
            and isinstance(last, CodeCall)
            and last.target == "nn.Softmax"
        ):
            self._interpreter.remarks.append(warning(last.line, message(_SOFTMAX)))
            network = replace(network, children=network.children[:-1])
        return network, recorded.training


def _code_call(target: str, arguments: Mapping[str, Any], line: int) -> CodeCall:
    known = {name: tupled(value) for name, value in arguments.items() if is_plain(value)}
    unknown = tuple(name for name in arguments if name not in known)
    return CodeCall(target, tuple(known.items()), line=line, unknown=unknown)


def _with_argument(made: Any, name: str, value: Any) -> Any:
    if not isinstance(made, CodeCall):
        return made
    return replace(made, arguments=(*made.arguments, (name, value)))


def _name_of(value: Any) -> str | None:
    match value:
        case str():
            return value
        case Thing(name=name):
            return name
        case Dotted():
            return value.last
    return None


def _whole(value: Any) -> int | None:
    is_whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return value if is_whole else None


_NO_SETTING = QT_TRANSLATE_NOOP(
    "netstudio", "{layer} has no setting {argument} here; it was left out."
)
_NO_ACTIVATION = QT_TRANSLATE_NOOP(
    "netstudio", "The activation {name} is not known here; it was left out."
)
_PREPROCESSING = QT_TRANSLATE_NOOP(
    "netstudio", "{name} is not needed: samples are brought to a good scale before the network."
)
_AUGMENTATION = QT_TRANSLATE_NOOP(
    "netstudio", "{name} changes the training pictures and is no layer here; it was left out."
)
_PICTURES = QT_TRANSLATE_NOOP(
    "netstudio", "This Reshape is not needed: pictures come as channels, height and width."
)
_NO_LOSS = QT_TRANSLATE_NOOP(
    "netstudio", "The loss {name} is not known here; the project keeps its own."
)
_NO_OPTIMIZER = QT_TRANSLATE_NOOP(
    "netstudio", "The optimizer {name} is not known here; the project keeps its own."
)
_SOFTMAX = QT_TRANSLATE_NOOP(
    "netstudio",
    "The final softmax was left out: cross-entropy applies it here itself, so the network puts out "
    "logits. The result is the same.",
)
