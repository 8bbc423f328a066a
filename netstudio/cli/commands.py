"""What each command does: it imports what it needs when it runs.

So the quick ones do not wait for torch.
"""

from __future__ import annotations

import argparse


def templates(arguments: argparse.Namespace) -> int:
    """List the shipped projects."""
    from netstudio.cli.catalogue import list_templates

    return list_templates(as_json=arguments.json)


def datasets(arguments: argparse.Namespace) -> int:
    """List the data sets, or download one."""
    from netstudio.cli.datasets import download_dataset, list_datasets

    if arguments.download is not None:
        return download_dataset(arguments.download, arguments.data_root)
    return list_datasets(arguments.data_root, as_json=arguments.json)


def data(arguments: argparse.Namespace) -> int:
    """Report what is in some data."""
    from netstudio.cli.data import report_data

    return report_data(arguments)


def new(arguments: argparse.Namespace) -> int:
    """Write a project."""
    from netstudio.cli.catalogue import new_project

    return new_project(arguments.template, arguments.output, force=arguments.force)


def show(arguments: argparse.Namespace) -> int:
    """List a project's layers."""
    from netstudio.cli.show import show_project

    return show_project(arguments.project, as_json=arguments.json, in_words=arguments.explain)


def train(arguments: argparse.Namespace) -> int:
    """Train a project."""
    from netstudio.cli import train as training

    return training.train(arguments)


def find_rate(arguments: argparse.Namespace) -> int:
    """Suggest a learning rate."""
    from netstudio.cli.find_rate import find_learning_rate

    return find_learning_rate(arguments)


def tune(arguments: argparse.Namespace) -> int:
    """Measure how training is fastest here."""
    from netstudio.cli.tune import tune_project

    return tune_project(arguments)


def runs(arguments: argparse.Namespace) -> int:
    """List, show or compare runs."""
    from netstudio.cli.runs import run_command

    return run_command(arguments)


def evaluate(arguments: argparse.Namespace) -> int:
    """Measure a trained model."""
    from netstudio.cli.evaluate import evaluate_model

    return evaluate_model(arguments)


def predict(arguments: argparse.Namespace) -> int:
    """Use a trained model."""
    from netstudio.cli.models import predict_files

    return predict_files(arguments)


def export(arguments: argparse.Namespace) -> int:
    """Write a network as code."""
    from netstudio.cli.code import export_code

    return export_code(arguments.model, arguments.output, force=arguments.force)


def doctor(arguments: argparse.Namespace) -> int:
    """Say what works here."""
    from netstudio.cli.doctor import run

    return run(as_json=arguments.json)
