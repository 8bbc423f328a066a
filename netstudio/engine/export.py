"""A network, or a trained model, as Python code that needs no netstudio."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from safetensors.torch import save_file
from torch import Tensor

from netstudio.core.project import Project
from netstudio.core.safe_write import replacing, write_text
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.network.source import print_source
from netstudio.engine.network.source.expressions import constructor, literal
from netstudio.engine.network.source.layout import flat
from netstudio.engine.network.source.modules_text import Import, import_lines
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.content import Aim
from netstudio.tasks.settings import read_settings

WEIGHTS_SUFFIX = ".safetensors"
_FROM = re.compile(r"from (\S+) import (.+)|import (\S+)")


@dataclass(frozen=True)
class ExportedCode:
    """A Python file and what lies beside it.

    Attributes:
        text: The code.
        weights: The tensors that it loads, for a trained model.
    """

    text: str
    weights: Mapping[str, Tensor] | None = None

    def write(self, path: Path) -> tuple[Path, ...]:
        """Write the code and, beside it, its weights.

        Returns:
            The files that were written.

        Raises:
            UserError: A file could not be written.
        """
        if self.weights is None:
            write_text(path, self.text)
            return (path,)
        beside = path.with_suffix(WEIGHTS_SUFFIX)
        with replacing(beside) as temporary:
            save_file(dict(self.weights), temporary)
        write_text(path, self.text)
        return (path, beside)


def export_project(project: Project) -> ExportedCode:
    """The code of a project's network.

    Raises:
        UserError: A problem keeps the network from being built.
    """
    return ExportedCode(print_source(_buildable(project), project).text)


def export_model(model: TrainedModel, weights_name: str) -> ExportedCode:
    """The code of a trained model, with how to load and use it.

    Args:
        model: What was trained.
        weights_name: What the file of its weights, beside the code, will be called.

    Raises:
        UserError: A problem keeps the network from being built.
    """
    source = print_source(_buildable(model.project), model.project)
    weights = {
        name: tensor.detach().cpu().contiguous()
        for name, tensor in model.module.state_dict().items()
    }
    usage = _usage(model, source.class_name, weights_name)
    return ExportedCode(_with_imports(source.text) + usage, weights)


def _buildable(project: Project) -> Analysis:
    analysis = analyse(project)
    if analysis.call is None:
        require_sound(project, analysis.problems)
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data of {project} have not been read yet, so the sizes of its layers are "
                "unknown. Open it in the app, or train it, and export it then.",
            ),
            project=project.name,
        )
    return analysis


def _with_imports(text: str) -> str:
    """The code with what its usage imports, too."""
    lines = text.splitlines(keepends=True)
    end = next(
        at for at, line in enumerate(lines) if not line.strip() and not lines[at + 1].strip()
    )
    needed = {
        Import("pathlib", "Path"),
        Import("", "torch"),
        Import("safetensors.torch", "load_file"),
    }
    for line in lines[:end]:
        if found := _FROM.match(line):
            names = found[2].split(", ") if found[2] else []
            needed |= {Import(found[1], name.strip()) for name in names}
            needed |= {Import("", found[3])} if found[3] else set()
    return "\n".join(import_lines(needed)) + "\n" + "".join(lines[end:])


def _usage(model: TrainedModel, class_name: str, weights_name: str) -> str:
    preprocessing = model.preprocessing
    if not isinstance(preprocessing, ImagePreprocessing) or model.task.aim is not Aim.CLASS:
        return _loading(class_name, weights_name)
    loss = read_settings(model.project)[0].loss
    assert loss is not None
    shares = flat(constructor(loss.probabilities)) if loss.probabilities.target[:3] == "nn." else ""
    answer = f"{shares}(network(x))" if shares else "network(x)"
    what = "its probability" if shares else "its score"
    shape = ", ".join(map(str, preprocessing.sample.sizes))
    return f'''

CLASSES = {_listed(model.classes)}
# Of each channel, for pixels from 0 to 1.
MEAN = torch.tensor({literal(preprocessing.mean)}).view(-1, 1, 1)
STD = torch.tensor({literal(preprocessing.std)}).view(-1, 1, 1)
{_loading(class_name, weights_name)}

@torch.no_grad()
def predict(network: {class_name}, pictures: Tensor) -> Tensor:
    """For each picture and each class {what}.

    Args:
        network: The trained network.
        pictures: Bytes from 0 to 255, of shape (N, {shape}).
    """
    x = (pictures.float() / 255 - MEAN) / STD
    return {answer}


if __name__ == "__main__":
    shares = predict(load(), torch.zeros(1, {shape}))[0]
    for label, share in sorted(zip(CLASSES, shares.tolist()), key=lambda pair: -pair[1]):
        print(f"{{label}}: {{share:.3f}}")
'''


def _loading(class_name: str, weights_name: str) -> str:
    return f'''

def load() -> {class_name}:
    """The trained network."""
    network = {class_name}()
    network.load_state_dict(load_file(Path(__file__).with_name({literal(weights_name)})))
    return network.eval()
'''


def _listed(names: tuple[str, ...]) -> str:
    one_line = literal(names)
    if len(one_line) <= 88:
        return one_line
    return "(\n" + "".join(f"    {literal(name)},\n" for name in names) + ")"
