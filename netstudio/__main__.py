"""The entry points: a command runs on the command line, anything else opens the app."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``netstudio [FILE]`` or ``netstudio COMMAND …``."""
    from netstudio.cli.main import COMMANDS
    from netstudio.cli.main import main as run_command

    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return run_command(arguments)
    return open_window(arguments)


def open_window(argv: Sequence[str] | None = None) -> int:
    """Open the app; until it has a window, say so and how to begin without one."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if len(arguments) > 1 or (arguments and "." not in arguments[0]):
        print(
            f"netstudio: there is no command {arguments[0]}. See: netstudio --help",
            file=sys.stderr,
        )
        return 2
    print(
        "netstudio has no window yet. Everything else works from the command line:\n\n"
        "  netstudio new mnist-mlp -o p.netstudio    write a project from a template\n"
        "  netstudio show p.netstudio                its layers, shapes and problems\n"
        "  netstudio train p.netstudio               train it; prints the model's path\n"
        "  netstudio predict MODEL FILE...           use the trained model\n"
        "  netstudio --help                          all commands\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
