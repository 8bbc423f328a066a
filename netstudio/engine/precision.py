"""Where mixed precision pays, and what to choose where it does not."""

from __future__ import annotations

import torch

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message

# What CPUs call their instructions for products of bfloat16 numbers.
_CPU_BFLOAT16 = ("avx512_bf16", "amx_bf16", "arm_bf16", "bf16")
# From this on, GPUs have units for products with 16 bits.
_TENSOR_CORES = (7, 0)
_MACOS_BFLOAT16 = (14, 0)

_NO_FLOAT16_ON_CPU = QT_TRANSLATE_NOOP(
    "netstudio",
    "A CPU computes with float16 more slowly than with float32. Choose float32 under Training, "
    "Computation.",
)
_NO_BFLOAT16_ON_CPU = QT_TRANSLATE_NOOP(
    "netstudio",
    "This CPU has no instructions for bfloat16 and computes with it more slowly than with float32. "
    "Choose float32 under Training, Computation.",
)
_NO_BFLOAT16_ON_GPU = QT_TRANSLATE_NOOP(
    "netstudio",
    "This GPU has no units for bfloat16 and gains nothing from it. Choose float16 or float32 under "
    "Training, Computation.",
)
_NO_TENSOR_CORES = QT_TRANSLATE_NOOP(
    "netstudio",
    "This GPU has no units for products with 16 bits and gains nothing from float16. Choose "
    "float32 under Training, Computation.",
)


def why_not(precision: str, device: torch.device) -> Message | None:
    """Why a device gains nothing from a precision, and what to choose; None where it does.

    Args:
        precision: ``float32``, ``bfloat16`` or ``float16``.
        device: Where the network would compute.
    """
    match precision, device.type:
        case "float16", "cpu":
            return message(_NO_FLOAT16_ON_CPU)
        case "bfloat16", "cpu":
            known = torch.cpu.get_capabilities()
            gains = any(known.get(name, False) for name in _CPU_BFLOAT16)
            return None if gains else message(_NO_BFLOAT16_ON_CPU)
        case "bfloat16", "cuda":
            with torch.cuda.device(device):
                gains = torch.cuda.is_bf16_supported(including_emulation=False)
            return None if gains else message(_NO_BFLOAT16_ON_GPU)
        case "float16", "cuda":
            gains = torch.cuda.get_device_capability(device) >= _TENSOR_CORES
            return None if gains else message(_NO_TENSOR_CORES)
        case "bfloat16", "mps":
            gains = torch.backends.mps.is_macos_or_newer(*_MACOS_BFLOAT16)
            return None if gains else message(_NO_BFLOAT16_ON_GPU)
    return None


def require_sensible(precision: str, device: torch.device) -> None:
    """Refuse what no device of that kind is made for.

    Raises:
        UserError: float16 on a CPU.
    """
    if precision == "float16" and device.type == "cpu":
        raise UserError(_NO_FLOAT16_ON_CPU)
