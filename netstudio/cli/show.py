"""Showing a project: its layers, their shapes and costs, and its problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netstudio.cli.output import print_json, print_table
from netstudio.core.declare import Unreadable
from netstudio.core.files import read_project
from netstudio.core.problems import Problem
from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Node, find, walk_paths
from netstudio.engine.network.analyse import Analysis, analyse
from netstudio.layers import LAYERS


def show_project(path: Path, as_json: bool) -> int:
    """Print a project's layer table and problems.

    Raises:
        UserError: The file is not a project.
    """
    project = read_project(path)
    analysis = analyse(project)
    if as_json:
        print_json(_as_json(project, analysis))
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
                "flops": report.flops,
            }
        )
    return {
        "name": project.name,
        "layers": layers,
        "output_shape": _sizes(analysis.output),
        "parameters": analysis.parameters,
        "flops": analysis.flops,
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
    rows = []
    for path, node in walk_paths(project.network):
        report = analysis.layers[node.uid]
        rows.append(
            (
                "  " * len(_containers(path)) + node.name,
                node.type,
                _summary(node),
                report.output.shape if report.output else "?",
                f"{report.parameters:,}",
                f"{report.flops:,}",
            )
        )
    header = ("LAYER", "TYPE", "SETTINGS", "OUTPUT", "PARAMETERS", "FLOPS")
    print_table(header, rows, right="   rrr")
    print()
    facts = project.data.facts
    print(f"Input: {facts.sample.shape if facts else '?'} from {project.data.source.type}")
    print(f"Parameters: {analysis.parameters:,}; FLOPs for one sample: {analysis.flops:,}")
    for problem in analysis.problems:
        node_or_none = find(project.network, problem.target)
        target = node_or_none.name if node_or_none else problem.target
        print(f"{problem.severity}: {target}: {problem.text}")


def _containers(path: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the containers in a path, which names the slot of each as well."""
    return path[::2]


def _summary(node: Node) -> str:
    try:
        layer = LAYERS.make(node.type, node.fields)
    except Unreadable:
        return ""
    return " · ".join(str(part) for part in layer.summary())


def _sizes(spec: TensorSpec | None) -> list[int] | None:
    return list(spec.sizes) if spec else None
