"""Listing what is shipped, and making a project from it."""

from __future__ import annotations

from pathlib import Path

from netstudio import paths
from netstudio.cli.output import print_json, print_table, say
from netstudio.core.files import SUFFIX, write_project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.tasks.templates import TEMPLATES, project_from_template


def list_templates(as_json: bool) -> int:
    """Print the shipped projects."""
    entries = [
        {"name": template.name, "label": template.label, "help": template.help}
        for template in TEMPLATES
    ]
    if as_json:
        print_json(entries)
    else:
        print_table(("NAME", "WHAT IT IS"), [(entry["name"], entry["help"]) for entry in entries])
    return 0


def new_project(template: str, output: Path | None, force: bool) -> int:
    """Write a project file made from a template, or from Python code, and print its path.

    Raises:
        UserError: There is no such template, the code has no network, or the file exists already.
    """
    is_code = template.endswith(".py")
    path = output or Path((Path(template).stem if is_code else template) + SUFFIX)
    name = path.name.removesuffix(SUFFIX)
    if is_code:
        from netstudio.cli.code import project_from_code

        project = project_from_code(paths.expanded(template), name)
    else:
        project = project_from_template(template, project_name=name)
    if paths.exists(path) and not force:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} exists already. Choose another name, or replace it with --force.",
            ),
            path=path,
        )
    write_project(project, path)
    print(path)
    say(f"Train it with: netstudio train {path}")
    return 0
