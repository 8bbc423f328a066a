"""The way to the sound card, which not every computer has."""

from __future__ import annotations

from typing import Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError


def sound_card() -> Any:
    """The library that plays and records; in the background: it looks for devices first.

    Raises:
        UserError: It, or the system's part of it, is missing.
    """
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Sounds cannot be played or recorded here, because the library PortAudio is "
                "missing. Install it (on Debian and Ubuntu: libportaudio2) and try again.",
            )
        ) from error
    return sounddevice


def device_error(error: Exception) -> UserError:
    """The sentence for a sound card that does not do what it should."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The sound card could not be used ({reason}). Check that a device is connected and "
            "not in use.",
        ),
        reason=str(error).splitlines()[0] if str(error) else type(error).__name__,
    )
