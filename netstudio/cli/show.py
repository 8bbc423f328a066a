"""Showing a project: its layers, their shapes and costs, and its problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netstudio.cli.in_words import print_in_words
from netstudio.cli.output import byte_count, print_json, print_table
from netstudio.core.declare import Unreadable
from netstudio.core.files import read_project
from netstudio.core.learning import frozen_uids
from netstudio.core.problems import Problem
from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node, find, walk_paths
from netstudio.engine.network.analyse import Analysis, ReceptiveField, TrainingMemory, analyse
from netstudio.engine.network.explain import explain
from netstudio.layers import LAYERS


def show_project(path: Path, as_json: bool, in_words: bool = False) -> int:
    """Print a project's layer table and problems, or what it does in plain words.

    Raises:
        UserError: The file is not a project.
    """
    project = read_project(path)
    analysis = analyse(project)
    if as_json:
        print_json(_as_json(project, analysis))
    elif in_words:
        print_in_words(explain(project, analysis))
    else:
        _print_text(project, analysis)
    return 0


def _as_json(project: Project, analysis: Analysis) -> dict[str, Any]:
    layers = []
    for path, node in walk_paths(project.network):
        report = analysis.layers[node.uid]
        layers.append(
            {
                "uid": node.uid,
                "name": node.name,
                "type": node.type,
                "path": list(_containers(path)),
                "summary": _summary(node),
                "output_shape": _sizes(report.output),
                "parameters": report.parameters,
                "trainable": report.trainable,
                "frozen": node.frozen,
                "learning_rate_factor": node.learning_rate_factor,
                "flops": report.flops,
                "activation_bytes": report.activations,
                "receptive_field": _field_json(report.receptive_field),
            }
        )
    return {
        "name": project.name,
        "layers": layers,
        "output_shape": _sizes(analysis.output),
        "parameters": analysis.parameters,
        "trainable": analysis.trainable,
        "flops": analysis.flops,
        "activation_bytes": analysis.cost.activations,
        "model_bytes": analysis.model_size,
        "training_bytes": memory.total if (memory := _training_memory(analysis)) else None,
        "problems": [_problem_json(problem) for problem in analysis.problems],
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "target": problem.target,
        "field": problem.field,
        "text": str(problem.text),
        "fix": str(problem.fix.label) if problem.fix else None,
    }


def _print_text(project: Project, analysis: Analysis) -> None:
    frozen = frozen_uids(project.network)
    rows = []
    for path, node in walk_paths(project.network):
        report = analysis.layers[node.uid]
        rows.append(
            (
                "  " * len(_containers(path)) + node.name,
                node.type,
                _settings(node, node.uid in frozen and report.parameters > 0),
                report.output.shape if report.output else "?",
                f"{report.parameters:,}",
                f"{report.flops:,}",
                byte_count(report.activations),
                _field_text(report.receptive_field),
            )
        )
    header = ("LAYER", "TYPE", "SETTINGS", "OUTPUT", "PARAMETERS", "FLOPS", "MEMORY", "SEES")
    print_table(header, rows, right="   rrrrr")
    print()
    facts = project.data.facts
    print(f"Input: {facts.sample.shape if facts else '?'} from {project.data.source.type}")
    print(f"Parameters: {_parameters(analysis)}; FLOPs for one sample: {analysis.flops:,}")
    print(f"Model size: {byte_count(analysis.model_size)}")
    training = analysis.settings.training
    if training is not None and (memory := _training_memory(analysis)) is not None:
        print(
            f"Memory for training at batch size {training.batch_size}: "
            f"{byte_count(memory.total)} (weights {byte_count(memory.weights)}, gradients "
            f"{byte_count(memory.gradients)}, optimizer {byte_count(memory.optimizer)}, "
            f"activations {byte_count(memory.activations)}, batch {byte_count(memory.batch)})"
        )
    for problem in analysis.problems:
        node_or_none = find(project.network, problem.target)
        target = node_or_none.name if node_or_none else problem.target
        print(f"{problem.severity}: {target}: {problem.text}")


def _training_memory(analysis: Analysis) -> TrainingMemory | None:
    """What training takes at the chosen batch size; None where the choices do not hold."""
    training, optimizer = analysis.settings.training, analysis.settings.optimizer
    if training is None or optimizer is None:
        return None
    return analysis.training_memory(training.batch_size, optimizer)


def _field_text(field: ReceptiveField | None) -> str:
    if field is None:
        return ""
    return "all" if field.is_whole else field.shape


def _field_json(field: ReceptiveField | None) -> list[int] | str | None:
    if field is None:
        return None
    return "all" if field.sizes is None else list(field.sizes)


def _containers(path: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the containers in a path, which names the slot of each as well."""
    return path[::2]


def _summary(node: Node) -> str:
    try:
        layer = LAYERS.make(node.type, node.fields)
    except Unreadable:
        return ""
    return " · ".join(str(part) for part in layer.summary())


def _settings(node: Node, is_frozen: bool) -> str:
    """Its settings, and how it learns where that is said."""
    parts = [_summary(node)]
    if is_frozen:
        parts.append("frozen")
    elif node.learning_rate_factor != 1:
        parts.append(f"learning rate × {node.learning_rate_factor:g}")
    return " · ".join(filter(None, parts))


def _parameters(analysis: Analysis) -> str:
    if analysis.trainable == analysis.parameters:
        return f"{analysis.parameters:,}"
    return f"{analysis.parameters:,} ({analysis.trainable:,} trainable)"


def _sizes(spec: TensorSpec | None) -> list[int] | None:
    return list(spec.sizes) if spec else None
