"""The entry points: a command runs on the command line, anything else opens the app."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``netstudio [FILE]`` or ``netstudio COMMAND …``."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments:
        from netstudio.cli.arguments import COMMANDS
        from netstudio.cli.main import main as run_command

        if arguments[0] in COMMANDS or arguments[0].startswith("-"):
            return run_command(arguments)
    return open_window(arguments)


def open_window(argv: Sequence[str] | None = None) -> int:
    """Open the app, with a project or a trained model where one is named."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if len(arguments) > 1 or (arguments and not _is_file(arguments[0])):
        print(
            f"netstudio: {arguments[0]} is neither a command nor a file. See: netstudio --help",
            file=sys.stderr,
        )
        return 2
    try:
        from netstudio.gui.quick_start import hurry

        hurry()
        from netstudio.gui import application
    except ImportError as error:
        print(
            f"netstudio: the window cannot be opened ({error}). See: netstudio doctor",
            file=sys.stderr,
        )
        return 1
    return application.run([Path(name) for name in arguments])


def _is_file(name: str) -> bool:
    """Whether ``name`` is a file, or looks like one: then the window says what is wrong with it."""
    return "." in name or Path(name).exists()


if __name__ == "__main__":
    sys.exit(main())
