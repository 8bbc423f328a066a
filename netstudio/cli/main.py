"""Parsing arguments and turning every outcome into an exit status."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import netstudio
from netstudio import paths
from netstudio.cli.output import never_fail_to_print, say
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

INTERRUPTED = 130

# Commands import what they need when they run, so that the quick ones do not wait for torch.
Command = Callable[[argparse.Namespace], int]
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


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
        if arguments.run is _train and arguments.project is None and arguments.resume is None:
            parser.error("train needs a project file P, or --resume RUN")
        run: Command = arguments.run
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


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="netstudio",
        description="Build, train and use neural networks. Without a command, the app opens.",
    )
    parser.add_argument("--version", action="version", version=f"netstudio {netstudio.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_catalogue(commands)
    _add_projects(commands)
    _add_training(commands)
    _add_runs(commands)
    _add_models(commands)
    doctor = commands.add_parser(
        "doctor", help="say what works here, what does not, and the remedy"
    )
    _add_json(doctor)
    doctor.set_defaults(run=_doctor)
    return parser


def _add_catalogue(commands: Subparsers) -> None:
    templates = commands.add_parser("templates", help="list the shipped projects")
    _add_json(templates)
    templates.set_defaults(run=_templates)
    datasets = commands.add_parser("datasets", help="list the data sets, or download one")
    datasets.add_argument(
        "--download", type=_text, metavar="NAME", help="bring this data set into the data folder"
    )
    _add_data_root(datasets)
    _add_json(datasets)
    datasets.set_defaults(run=_datasets)


def _add_projects(commands: Subparsers) -> None:
    new = commands.add_parser("new", help="write a project from a template or from Python code")
    new.add_argument(
        "template",
        metavar="TEMPLATE|FILE.py",
        type=_text,
        help="see: netstudio templates; or a file with PyTorch or Keras code, which is never run",
    )
    new.add_argument("-o", "--output", type=_path, metavar="P", help="the project file to write")
    new.add_argument("--force", action="store_true", help="replace the file if it exists")
    new.set_defaults(run=_new)
    show = commands.add_parser(
        "show", help="list a project's layers with shapes, parameters and FLOPs, and its problems"
    )
    show.add_argument("project", type=_path, metavar="P", help="a project file")
    form = show.add_mutually_exclusive_group()
    _add_json(form)
    form.add_argument("--explain", action="store_true", help="say in plain words what it does")
    show.set_defaults(run=_show)
    data = commands.add_parser(
        "data", help="say what is in some data, what is odd about them and what is done about it"
    )
    data.add_argument(
        "data",
        type=_text,
        metavar="P|NAME|PATH",
        help="a project file, a data set's name, or a file, a folder or an archive of your own",
    )
    _add_target(data)
    _add_data_root(data)
    _add_json(data)
    data.set_defaults(run=_data)


def _add_training(commands: Subparsers) -> None:
    train = commands.add_parser("train", help="train a project")
    train.add_argument("project", type=_path, metavar="P", nargs="?", help="a project file")
    train.add_argument("--device", help="auto, cpu, cuda, cuda:N or mps")
    train.add_argument("--epochs", type=int, metavar="N", help="how often to see all samples")
    train.add_argument("--batch-size", type=int, metavar="N", help="samples for each update")
    train.add_argument("--lr", type=float, metavar="X", help="the learning rate")
    train.add_argument("--loss", type=_text, metavar="NAME", help="what is made small")
    _add_optimizer(train)
    train.add_argument(
        "--schedule", type=_text, metavar="NAME", help="how the learning rate changes"
    )
    _add_set(train)
    train.add_argument("--seed", type=int, metavar="N", help="where chance starts")
    train.add_argument(
        "--start-from",
        type=_path,
        metavar="FILE",
        help="begin with the weights in this file (.safetensors, .pt, .pth), as far as they fit",
    )
    train.add_argument(
        "--folds", type=int, metavar="N", help="cross-validate: train N times, test each part once"
    )
    _add_data(train)
    _add_target(train)
    train.add_argument(
        "--test-data", type=_path, metavar="PATH", help="a file or folder with the test part"
    )
    train.add_argument(
        "--out", type=_path, default=Path("runs"), metavar="DIR", help="where the run's folder goes"
    )
    train.add_argument("--resume", type=_path, metavar="RUN", help="go on with this run's folder")
    _add_json(train, "print one event a line as JSON")
    train.set_defaults(run=_train)
    find_rate = commands.add_parser(
        "find-lr", help="try learning rates for a moment, and suggest one"
    )
    find_rate.add_argument("project", type=_path, metavar="P", help="a project file")
    find_rate.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    find_rate.add_argument("--batch-size", type=int, metavar="N", help="samples for each update")
    _add_optimizer(find_rate)
    _add_set(find_rate)
    find_rate.add_argument("--seed", type=int, metavar="N", help="where chance starts")
    _add_data(find_rate)
    _add_json(find_rate, "print what was tried as JSON, one event a line")
    find_rate.set_defaults(run=_find_rate)
    tune = commands.add_parser(
        "tune", help="measure how training is fastest on this machine, and remember it"
    )
    tune.add_argument("project", type=_path, metavar="P", help="a project file")
    tune.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    tune.add_argument("--batch-size", type=int, metavar="N", help="samples for each update")
    _add_data(tune)
    _add_json(tune)
    tune.set_defaults(run=_tune)


def _add_optimizer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--optimizer", type=_text, metavar="NAME", help="how weights follow their gradients"
    )


def _add_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        type=_text,
        action="append",
        metavar="NAME=VALUE",
        help="any setting of training, loss, optimizer or schedule; may be given several times",
    )


def _add_runs(commands: Subparsers) -> None:
    runs = commands.add_parser(
        "runs", help="list earlier runs, show one, or say what differs between two"
    )
    _add_out(runs, "the folder that holds the runs")
    _add_json(runs)
    actions = runs.add_subparsers(dest="action", metavar="ACTION")
    show = actions.add_parser("show", help="say everything about one run")
    show.add_argument("run_folder", type=_text, metavar="RUN", help="a run's folder, or its name")
    compare = actions.add_parser("compare", help="say what differs between two runs")
    compare.add_argument("first", type=_text, metavar="A", help="a run's folder, or its name")
    compare.add_argument("second", type=_text, metavar="B", help="another one")
    for action in (show, compare):
        # Without defaults of their own, so that what stands before the action is kept.
        _add_out(action, "the folder that holds the runs", argparse.SUPPRESS)
        action.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="print the result as JSON",
        )
    runs.set_defaults(run=_runs)


def _add_out(
    parser: argparse.ArgumentParser, help: str, default: Path | str = Path("runs")
) -> None:
    parser.add_argument("--out", type=_path, default=default, metavar="DIR", help=help)


def _add_models(commands: Subparsers) -> None:
    evaluate = commands.add_parser("evaluate", help="measure a trained model")
    evaluate.add_argument("model", type=_path, metavar="M", help="a trained model (.safetensors)")
    evaluate.add_argument(
        "--split", choices=("test", "val", "train"), help="which part (test unless said otherwise)"
    )
    evaluate.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    _add_data(evaluate)
    _add_json(evaluate)
    evaluate.set_defaults(run=_evaluate)
    predict = commands.add_parser("predict", help="use a trained model on new inputs")
    predict.add_argument("model", type=_path, metavar="M", help="a trained model (.safetensors)")
    predict.add_argument(
        "files",
        type=_text,
        metavar="FILE",
        nargs="+",
        help="pictures, sounds, texts, or tables with an input a row; - reads lines of text",
    )
    predict.add_argument(
        "-o", "--output", type=_path, metavar="FOLDER", help="where pictures given back are written"
    )
    predict.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    _add_json(predict)
    predict.set_defaults(run=_predict)
    export = commands.add_parser("export", help="write a network as code to take with you")
    export.add_argument(
        "model", type=_path, metavar="M", help="a trained model (.safetensors) or a project file"
    )
    export.add_argument("--to", choices=("pytorch",), default="pytorch", help="what to write")
    export.add_argument("-o", "--output", type=_path, metavar="OUT", help="the .py file to write")
    export.add_argument("--force", action="store_true", help="replace files that exist")
    export.set_defaults(run=_export)


def _add_json(parser: argparse._ActionsContainer, help: str = "print the result as JSON") -> None:
    parser.add_argument("--json", action="store_true", help=help)


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=_text,
        metavar="NAME|PATH",
        help="a data set's name, or a file, a folder or an archive of your own",
    )
    _add_data_root(parser)


def _add_data_root(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-root", type=_path, metavar="DIR", help="where downloaded data sets live"
    )


def _add_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--target",
        type=_text,
        metavar="COLUMN",
        help="the column of a table to predict; several with commas between them",
    )


def _path(argument: str) -> Path:
    return paths.expanded(_text(argument))


def _text(argument: str) -> str:
    if "\0" in argument:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{value} holds a NUL, which no path can. Give another path."
            ),
            value=argument,
        )
    return argument


def _templates(arguments: argparse.Namespace) -> int:
    from netstudio.cli.catalogue import list_templates

    return list_templates(as_json=arguments.json)


def _datasets(arguments: argparse.Namespace) -> int:
    from netstudio.cli.datasets import download_dataset, list_datasets

    if arguments.download is not None:
        return download_dataset(arguments.download, arguments.data_root)
    return list_datasets(arguments.data_root, as_json=arguments.json)


def _data(arguments: argparse.Namespace) -> int:
    from netstudio.cli.data import report_data

    return report_data(arguments)


def _new(arguments: argparse.Namespace) -> int:
    from netstudio.cli.catalogue import new_project

    return new_project(arguments.template, arguments.output, force=arguments.force)


def _show(arguments: argparse.Namespace) -> int:
    from netstudio.cli.show import show_project

    return show_project(arguments.project, as_json=arguments.json, in_words=arguments.explain)


def _train(arguments: argparse.Namespace) -> int:
    from netstudio.cli.train import train

    return train(arguments)


def _find_rate(arguments: argparse.Namespace) -> int:
    from netstudio.cli.find_rate import find_learning_rate

    return find_learning_rate(arguments)


def _tune(arguments: argparse.Namespace) -> int:
    from netstudio.cli.tune import tune_project

    return tune_project(arguments)


def _runs(arguments: argparse.Namespace) -> int:
    from netstudio.cli.runs import run_command

    return run_command(arguments)


def _evaluate(arguments: argparse.Namespace) -> int:
    from netstudio.cli.evaluate import evaluate_model

    return evaluate_model(arguments)


def _predict(arguments: argparse.Namespace) -> int:
    from netstudio.cli.models import predict_files

    return predict_files(arguments)


def _export(arguments: argparse.Namespace) -> int:
    from netstudio.cli.code import export_code

    return export_code(arguments.model, arguments.output, force=arguments.force)


def _doctor(arguments: argparse.Namespace) -> int:
    from netstudio.cli.doctor import run

    return run(as_json=arguments.json)


COMMANDS = frozenset(
    (
        "templates",
        "datasets",
        "new",
        "show",
        "data",
        "train",
        "find-lr",
        "tune",
        "runs",
        "evaluate",
        "predict",
        "export",
        "doctor",
    )
)
