"""Networks from Python code and into it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from netstudio import paths
from netstudio.cli.output import say
from netstudio.core.files import SUFFIX, read_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.export import (
    WEIGHTS_SUFFIX,
    ExportedCode,
    export_model,
    export_project,
)
from netstudio.engine.model_file import load_model
from netstudio.engine.network.source import project_from_reading, read_source
from netstudio.engine.network.source.reader import LONGEST_TEXT

CODE_SUFFIX = ".py"


def project_from_code(file: Path, name: str) -> Project:
    """A project with the network of a Python file; what could not be read is said by line.

    Raises:
        UserError: The file cannot be read, or has no network.
    """
    reading = read_source(_text_of(file))
    if not reading.network:
        reason = reading.remarks[0]
        raise UserError(
            "{file}, line {line}: {text}", file=file, line=reason.line, text=reason.text
        )
    for remark in reading.remarks:
        say(f"{file}, line {remark.line}: {remark.text}")
    return project_from_reading(reading, name)


def _text_of(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            # A character may take four bytes; what is longer is refused without reading it all.
            content = stream.read(4 * LONGEST_TEXT + 1)
        return content.decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} could not be read ({reason}). Check the path and its rights."
            ),
            path=file,
            reason=error.strerror or error,
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} is no UTF-8 text. Save it as UTF-8 and try again."
            ),
            path=file,
        ) from error


def export_code(source: Path, output: Path | None, force: bool) -> int:
    """Write a project's network, or a trained model, as PyTorch code and print the paths.

    Raises:
        UserError: It cannot be exported, or a file is there already.
    """
    path = output or source.with_suffix(CODE_SUFFIX)
    if path.suffix != CODE_SUFFIX:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} does not end in .py, as Python code must. Choose another name."
            ),
            path=path,
        )
    is_model = source.suffix != SUFFIX
    weights = path.with_suffix(WEIGHTS_SUFFIX)
    # The trained model's own file serves as the file of its weights.
    is_own = is_model and paths.exists(weights) and weights.samefile(source)
    for taken in (path, weights) if is_model and not is_own else (path,):
        if paths.exists(taken) and not force:
            raise _exists_already(taken)
    exported = _exported(source, is_model, weights.name)
    if is_own:
        exported = replace(exported, weights=None)
    for written in exported.write(path):
        print(written)
    if is_model:
        say(f"Try it with: python {path}")
    return 0


def _exported(source: Path, is_model: bool, weights_name: str) -> ExportedCode:
    if is_model:
        return export_model(load_model(source), weights_name)
    return export_project(read_project(source))


def _exists_already(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio", "{path} exists already. Choose another name, or replace it with --force."
        ),
        path=path,
    )
