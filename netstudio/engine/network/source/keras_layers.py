"""Keras' layers in PyTorch's terms, with Keras' own defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from netstudio.core.spec import Argument

# A module in PyTorch's terms: its target and its arguments.
Spec = tuple[str, dict[str, Any]]

# Batch normalisation of whatever comes in: how many dimensions that has is seen later.
BATCH_NORM = "keras.BatchNormalization"


@dataclass(frozen=True)
class KerasLayer:
    """How a layer of Keras is read.

    Attributes:
        parameters: Its parameters in their order, each with its default.
        modules: What it is in PyTorch's terms, given its arguments; an activation comes extra.
    """

    parameters: Mapping[str, Any]
    modules: Callable[[Mapping[str, Any]], list[Spec]]


def _dense(given: Mapping[str, Any]) -> list[Spec]:
    return [("nn.Linear", {"out_features": given["units"], "bias": given["use_bias"]})]


def _convolution(target: str) -> Callable[[Mapping[str, Any]], list[Spec]]:
    def modules(given: Mapping[str, Any]) -> list[Spec]:
        arguments = {
            "out_channels": given["filters"],
            "kernel_size": given["kernel_size"],
            "stride": given["strides"],
            "padding": same_padding(given["padding"], given["kernel_size"], given["strides"]),
            "dilation": given["dilation_rate"],
            "groups": given["groups"],
            "bias": given["use_bias"],
        }
        return [(target, arguments)]

    return modules


def _transposed(target: str) -> Callable[[Mapping[str, Any]], list[Spec]]:
    def modules(given: Mapping[str, Any]) -> list[Spec]:
        arguments = {
            "out_channels": given["filters"],
            "kernel_size": given["kernel_size"],
            "stride": given["strides"],
            "bias": given["use_bias"],
        }
        if given["padding"] == "same":
            beyond = _each(lambda k, s: max(k - s, 0), given["kernel_size"], given["strides"])
            arguments["padding"] = _each(lambda extra, _: -(-extra // 2), beyond, beyond)
            arguments["output_padding"] = _each(lambda extra, _: extra % 2, beyond, beyond)
        return [(target, arguments)]

    return modules


def _separable(given: Mapping[str, Any]) -> list[Spec]:
    arguments = {
        "out_channels": given["filters"],
        "kernel_size": given["kernel_size"],
        "stride": given["strides"],
        "padding": same_padding(given["padding"], given["kernel_size"], given["strides"]),
        "bias": given["use_bias"],
    }
    return [("modules.SeparableConv2d", arguments)]


def _depthwise(given: Mapping[str, Any]) -> list[Spec]:
    arguments = {
        "kernel_size": given["kernel_size"],
        "stride": given["strides"],
        "padding": same_padding(given["padding"], given["kernel_size"], given["strides"]),
        "depth_multiplier": given["depth_multiplier"],
        "bias": given["use_bias"],
    }
    return [("modules.DepthwiseConv2d", arguments)]


def _pooling(target: str) -> Callable[[Mapping[str, Any]], list[Spec]]:
    def modules(given: Mapping[str, Any]) -> list[Spec]:
        size, stride = given["pool_size"], given["strides"]
        arguments: dict[str, Any] = {"kernel_size": size, "stride": stride}
        if given["padding"] == "same":
            if stride is None or stride == size:
                arguments["ceil_mode"] = True
            else:
                arguments["padding"] = _each(lambda side, _: side // 2, size, size)
        return [(target, arguments)]

    return modules


def same_padding(padding: Any, kernel: Any, stride: Any) -> Any:
    """Padding "same" as a number where the window moves in steps, for which torch has no word."""
    if padding != "same" or all(side == 1 for side in _sides(stride)):
        return padding
    return _each(lambda side, _: (side - 1) // 2, kernel, kernel)


def _sides(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _each(compute: Callable[[int, int], int], left: Any, right: Any) -> Any:
    """``compute`` of each side; a number where both are numbers."""
    lefts, rights = _sides(left), _sides(right)
    if not all(isinstance(side, int) for side in (*lefts, *rights)):
        return left
    count = max(len(lefts), len(rights))
    lefts, rights = lefts * (count // len(lefts)), rights * (count // len(rights))
    found = tuple(compute(a, b) for a, b in zip(lefts, rights, strict=False))
    return found[0] if count == 1 else found


def _batch_norm(given: Mapping[str, Any]) -> list[Spec]:
    momentum = given["momentum"]
    arguments = {
        "eps": given["epsilon"],
        # Keras counts what is kept, torch what is new.
        "momentum": round(1 - momentum, 6) if isinstance(momentum, int | float) else momentum,
        "affine": given["scale"] or given["center"],
    }
    return [(BATCH_NORM, arguments)]


def _recurrent(target: str) -> Callable[[Mapping[str, Any]], list[Spec]]:
    def modules(given: Mapping[str, Any]) -> list[Spec]:
        whole = given["return_sequences"]
        arguments = {
            "hidden_size": given["units"],
            "bias": given["use_bias"],
            "output": "sequence" if whole is True else "last" if whole is False else whole,
        }
        if target == "nn.RNN" and given["activation"] == "relu":
            arguments["nonlinearity"] = "relu"
        return [(target, arguments)]

    return modules


def _plain(target: str, **names: str) -> Callable[[Mapping[str, Any]], list[Spec]]:
    """A module whose arguments only have other names in Keras."""
    return lambda given: [(target, {ours: given[theirs] for ours, theirs in names.items()})]


def _reshaped(given: Mapping[str, Any]) -> list[Spec]:
    shape = _sides(given["target_shape"])
    # Keras has the channels last.
    return [("modules.Reshape", {"shape": (shape[-1], *shape[:-1]) if len(shape) > 2 else shape})]


def _permuted(given: Mapping[str, Any]) -> list[Spec]:
    return [("modules.Permute", {"dims": given["dims"]})]


def _zero_padding(given: Mapping[str, Any]) -> list[Spec]:
    sides = _sides(given["padding"])
    rows, columns = (_sides(side) for side in (sides if len(sides) == 2 else sides * 2))
    if len(sides) == 1 and isinstance(given["padding"], int):
        return [("nn.ZeroPad2d", {"padding": given["padding"]})]
    top, bottom = rows if len(rows) == 2 else rows * 2
    left, right = columns if len(columns) == 2 else columns * 2
    return [("nn.ZeroPad2d", {"padding": (left, right, top, bottom)})]


def _upsampled(given: Mapping[str, Any]) -> list[Spec]:
    return [("nn.Upsample", {"scale_factor": given["size"], "mode": given["interpolation"]})]


_CONVOLUTION = {
    "filters": None,
    "kernel_size": None,
    "strides": 1,
    "padding": "valid",
    "data_format": None,
    "dilation_rate": 1,
    "groups": 1,
    "activation": None,
    "use_bias": True,
}
_TRANSPOSED = {
    "filters": None,
    "kernel_size": None,
    "strides": 1,
    "padding": "valid",
    "data_format": None,
    "activation": None,
    "use_bias": True,
}
_SEPARABLE = {**_CONVOLUTION, "depth_multiplier": 1}
_DEPTHWISE = {
    "kernel_size": None,
    "strides": 1,
    "padding": "valid",
    "depth_multiplier": 1,
    "activation": None,
    "use_bias": True,
}
_POOLING = {"pool_size": 2, "strides": None, "padding": "valid", "data_format": None}
_RECURRENT = {"units": None, "activation": "tanh", "use_bias": True, "return_sequences": False}
_BATCH_NORM = {"axis": -1, "momentum": 0.99, "epsilon": 1e-3, "center": True, "scale": True}

LAYERS: Mapping[str, KerasLayer] = {
    "Dense": KerasLayer({"units": None, "activation": None, "use_bias": True}, _dense),
    **{f"Conv{n}D": KerasLayer(_CONVOLUTION, _convolution(f"nn.Conv{n}d")) for n in (1, 2, 3)},
    **{
        f"Conv{n}DTranspose": KerasLayer(_TRANSPOSED, _transposed(f"nn.ConvTranspose{n}d"))
        for n in (1, 2, 3)
    },
    "SeparableConv2D": KerasLayer(_SEPARABLE, _separable),
    "DepthwiseConv2D": KerasLayer(_DEPTHWISE, _depthwise),
    **{f"MaxPooling{n}D": KerasLayer(_POOLING, _pooling(f"nn.MaxPool{n}d")) for n in (1, 2, 3)},
    **{f"AveragePooling{n}D": KerasLayer(_POOLING, _pooling(f"nn.AvgPool{n}d")) for n in (1, 2, 3)},
    **{
        f"GlobalAveragePooling{n}D": KerasLayer({}, _plain("modules.GlobalAvgPool"))
        for n in (1, 2, 3)
    },
    **{f"GlobalMaxPooling{n}D": KerasLayer({}, _plain("modules.GlobalMaxPool")) for n in (1, 2, 3)},
    "Flatten": KerasLayer({}, _plain("nn.Flatten")),
    "Dropout": KerasLayer({"rate": None}, _plain("nn.Dropout", p="rate")),
    "SpatialDropout1D": KerasLayer({"rate": None}, _plain("nn.Dropout1d", p="rate")),
    "SpatialDropout2D": KerasLayer({"rate": None}, _plain("nn.Dropout2d", p="rate")),
    "AlphaDropout": KerasLayer({"rate": None}, _plain("nn.AlphaDropout", p="rate")),
    "GaussianNoise": KerasLayer({"stddev": None}, _plain("modules.GaussianNoise", std="stddev")),
    "BatchNormalization": KerasLayer(_BATCH_NORM, _batch_norm),
    "LayerNormalization": KerasLayer(
        {"axis": -1, "epsilon": 1e-3}, _plain("nn.LayerNorm", eps="epsilon")
    ),
    "GroupNormalization": KerasLayer(
        {"groups": 32, "axis": -1, "epsilon": 1e-3},
        _plain("nn.GroupNorm", num_groups="groups", eps="epsilon"),
    ),
    "LSTM": KerasLayer(
        {
            "units": None,
            "activation": "tanh",
            "recurrent_activation": "sigmoid",
            "use_bias": True,
            "return_sequences": False,
        },
        _recurrent("nn.LSTM"),
    ),
    "GRU": KerasLayer(
        {
            "units": None,
            "activation": "tanh",
            "recurrent_activation": "sigmoid",
            "use_bias": True,
            "return_sequences": False,
        },
        _recurrent("nn.GRU"),
    ),
    "SimpleRNN": KerasLayer(_RECURRENT, _recurrent("nn.RNN")),
    "Embedding": KerasLayer(
        {"input_dim": None, "output_dim": None},
        _plain("nn.Embedding", num_embeddings="input_dim", embedding_dim="output_dim"),
    ),
    "Activation": KerasLayer({"activation": None}, lambda _: []),
    "ReLU": KerasLayer({}, _plain("nn.ReLU")),
    "LeakyReLU": KerasLayer(
        {"negative_slope": 0.3}, _plain("nn.LeakyReLU", negative_slope="negative_slope")
    ),
    "PReLU": KerasLayer({}, _plain("nn.PReLU")),
    "ELU": KerasLayer({"alpha": 1.0}, _plain("nn.ELU", alpha="alpha")),
    "Softmax": KerasLayer({}, _plain("nn.Softmax")),
    "Reshape": KerasLayer({"target_shape": None}, _reshaped),
    "Permute": KerasLayer({"dims": None}, _permuted),
    "ZeroPadding2D": KerasLayer({"padding": 1}, _zero_padding),
    "UpSampling2D": KerasLayer(
        {"size": 2, "data_format": None, "interpolation": "nearest"}, _upsampled
    ),
}

# Older names of the same layers, and of arguments.
ALIASES = {
    **{f"MaxPool{n}D": f"MaxPooling{n}D" for n in (1, 2, 3)},
    **{f"AvgPool{n}D": f"AveragePooling{n}D" for n in (1, 2, 3)},
    **{f"GlobalAvgPool{n}D": f"GlobalAveragePooling{n}D" for n in (1, 2, 3)},
    **{f"GlobalMaxPool{n}D": f"GlobalMaxPooling{n}D" for n in (1, 2, 3)},
    **{f"Convolution{n}D": f"Conv{n}D" for n in (1, 2, 3)},
    "Deconvolution2D": "Conv2DTranspose",
    "SeparableConvolution2D": "SeparableConv2D",
    "CuDNNLSTM": "LSTM",
    "CuDNNGRU": "GRU",
}
ARGUMENT_ALIASES = {
    "alpha": "negative_slope",
    "border_mode": "padding",
    "subsample": "strides",
    "nb_filter": "filters",
    "output_dim": "units",
    "p": "rate",
}

# What Keras code does to the samples, which is done elsewhere here.
PREPROCESSING = frozenset(("Rescaling", "Normalization", "Resizing", "CenterCrop"))
AUGMENTATION_PREFIX = "Random"
MERGES = {
    "Add": "add",
    "Concatenate": "concat",
    "Multiply": "multiply",
    "Average": "mean",
    "Maximum": "max",
    "add": "add",
    "concatenate": "concat",
    "multiply": "multiply",
    "average": "mean",
    "maximum": "max",
}
ACTIVATIONS: Mapping[str, tuple[str, dict[str, Argument]] | None] = {
    "linear": None,
    "relu": ("nn.ReLU", {}),
    "relu6": ("nn.ReLU6", {}),
    "leaky_relu": ("nn.LeakyReLU", {"negative_slope": 0.2}),
    "elu": ("nn.ELU", {}),
    "selu": ("nn.SELU", {}),
    "celu": ("nn.CELU", {}),
    # Keras takes the exact function unless told otherwise, as torch does.
    "gelu": ("nn.GELU", {}),
    "sigmoid": ("nn.Sigmoid", {}),
    "tanh": ("nn.Tanh", {}),
    "softmax": ("nn.Softmax", {}),
    "log_softmax": ("nn.LogSoftmax", {}),
    "softplus": ("nn.Softplus", {}),
    "softsign": ("nn.Softsign", {}),
    "silu": ("nn.SiLU", {}),
    "swish": ("nn.SiLU", {}),
    "mish": ("nn.Mish", {}),
    "hard_sigmoid": ("nn.Hardsigmoid", {}),
    "hard_silu": ("nn.Hardswish", {}),
    "hard_swish": ("nn.Hardswish", {}),
}
