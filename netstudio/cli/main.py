"""Parsing arguments and turning every outcome into an exit status."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence

from netstudio.cli import commands
from netstudio.cli.arguments import make_parser
from netstudio.cli.output import never_fail_to_print, say
from netstudio.core.translate import UserError

INTERRUPTED = 130

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        0 when it is done; 1 when the input is wrong; 2 for wrong usage; 130 when interrupted.
    """
    never_fail_to_print()
    parser = make_parser()
    try:
        arguments = parser.parse_args(argv)
        if not hasattr(arguments, "run"):
            parser.print_help()
            return 0
        run: Command = arguments.run
        if run is commands.train and arguments.project is None and arguments.resume is None:
            parser.error("train needs a project file P, or --resume RUN")
        return run(arguments)
    except SystemExit as wrong_usage:
        return wrong_usage.code if isinstance(wrong_usage.code, int) else 2
    except UserError as error:
        say(f"netstudio: {error}")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; Python must not complain when it flushes on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 (a fault of ours is no reason to show a traceback)
        if os.environ.get("NETSTUDIO_DEBUG"):
            traceback.print_exc()
        say(
            f"netstudio: something went wrong that should not have ({type(error).__name__}: "
            f"{error}). Set NETSTUDIO_DEBUG=1 to see where, and please report it."
        )
        return 1
