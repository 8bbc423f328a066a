"""The commands of the command line, and what each takes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

import netstudio
from netstudio import paths
from netstudio.cli import commands
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

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


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="netstudio",
        description="Build, train and use neural networks. Without a command, the app opens.",
    )
    parser.add_argument("--version", action="version", version=f"netstudio {netstudio.__version__}")
    parsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_catalogue(parsers)
    _add_projects(parsers)
    _add_training(parsers)
    _add_runs(parsers)
    _add_models(parsers)
    doctor = parsers.add_parser("doctor", help="say what works here, what does not, and the remedy")
    _add_json(doctor)
    doctor.set_defaults(run=commands.doctor)
    return parser


def _add_catalogue(parsers: Subparsers) -> None:
    templates = parsers.add_parser("templates", help="list the shipped projects")
    _add_json(templates)
    templates.set_defaults(run=commands.templates)
    datasets = parsers.add_parser("datasets", help="list the data sets, or download one")
    datasets.add_argument(
        "--download", type=_text, metavar="NAME", help="bring this data set into the data folder"
    )
    _add_data_root(datasets)
    _add_json(datasets)
    datasets.set_defaults(run=commands.datasets)


def _add_projects(parsers: Subparsers) -> None:
    new = parsers.add_parser("new", help="write a project from a template or from Python code")
    new.add_argument(
        "template",
        metavar="TEMPLATE|FILE.py",
        type=_text,
        help="see: netstudio templates; or a file with PyTorch or Keras code, which is never run",
    )
    new.add_argument("-o", "--output", type=_path, metavar="P", help="the project file to write")
    new.add_argument("--force", action="store_true", help="replace the file if it exists")
    new.set_defaults(run=commands.new)
    show = parsers.add_parser(
        "show", help="list a project's layers with shapes, parameters and FLOPs, and its problems"
    )
    show.add_argument("project", type=_path, metavar="P", help="a project file")
    form = show.add_mutually_exclusive_group()
    _add_json(form)
    form.add_argument("--explain", action="store_true", help="say in plain words what it does")
    show.set_defaults(run=commands.show)
    data = parsers.add_parser(
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
    data.set_defaults(run=commands.data)


def _add_training(parsers: Subparsers) -> None:
    train = parsers.add_parser("train", help="train a project")
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
    train.set_defaults(run=commands.train)
    find_rate = parsers.add_parser(
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
    find_rate.set_defaults(run=commands.find_rate)
    tune = parsers.add_parser(
        "tune", help="measure how training is fastest on this machine, and remember it"
    )
    tune.add_argument("project", type=_path, metavar="P", help="a project file")
    tune.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    tune.add_argument("--batch-size", type=int, metavar="N", help="samples for each update")
    _add_data(tune)
    _add_json(tune)
    tune.set_defaults(run=commands.tune)


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


def _add_runs(parsers: Subparsers) -> None:
    runs = parsers.add_parser(
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
    runs.set_defaults(run=commands.runs)


def _add_out(
    parser: argparse.ArgumentParser, help: str, default: Path | str = Path("runs")
) -> None:
    parser.add_argument("--out", type=_path, default=default, metavar="DIR", help=help)


def _add_models(parsers: Subparsers) -> None:
    evaluate = parsers.add_parser("evaluate", help="measure a trained model")
    evaluate.add_argument("model", type=_path, metavar="M", help="a trained model (.safetensors)")
    evaluate.add_argument(
        "--split", choices=("test", "val", "train"), help="which part (test unless said otherwise)"
    )
    evaluate.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    _add_data(evaluate)
    _add_json(evaluate)
    evaluate.set_defaults(run=commands.evaluate)
    predict = parsers.add_parser("predict", help="use a trained model on new inputs")
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
    predict.set_defaults(run=commands.predict)
    export = parsers.add_parser("export", help="write a network as code to take with you")
    export.add_argument(
        "model", type=_path, metavar="M", help="a trained model (.safetensors) or a project file"
    )
    export.add_argument("--to", choices=("pytorch",), default="pytorch", help="what to write")
    export.add_argument("-o", "--output", type=_path, metavar="OUT", help="the .py file to write")
    export.add_argument("--force", action="store_true", help="replace files that exist")
    export.set_defaults(run=commands.export)


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
