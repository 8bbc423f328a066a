"""The network that a run begins with: its first weights, and which of them learn."""

from __future__ import annotations

from dataclasses import dataclass

from torch import nn

from netstudio import paths
from netstudio.core.project import Project
from netstudio.core.translate import Message
from netstudio.engine.network.analyse import Analysis
from netstudio.engine.training.beginning.initialization import initialize
from netstudio.engine.training.beginning.layer_learning import Learnings, freeze, learnings
from netstudio.engine.training.beginning.transfer import transfer
from netstudio.engine.training.learner import draw
from netstudio.tasks.initializations import INITIALIZATIONS


@dataclass(frozen=True)
class Start:
    """What a run begins with.

    Attributes:
        module: The network on the CPU.
        learnings: How its layers learn, by their modules' paths.
        notes: What it took over from another network, in words.
    """

    module: nn.Module
    learnings: Learnings
    notes: tuple[Message, ...] = ()


def start(project: Project, analysis: Analysis, is_resumed: bool) -> Start:
    """The network with its first weights; with any, where a checkpoint replaces them.

    Args:
        project: A project without errors.
        analysis: What was found of it.
        is_resumed: Whether weights of the run's own will be put in.

    Raises:
        UserError: The file of weights that it starts from cannot be used.
    """
    options = analysis.settings.training
    assert options is not None
    assert analysis.call is not None
    module = draw(analysis.call, options.seed)
    notes: tuple[Message, ...] = ()
    if not is_resumed:
        initialize(module, INITIALIZATIONS[options.initialization](), options.seed)
        if options.start_from:
            notes = transfer(module, paths.expanded(options.start_from)).in_words()
    known = learnings(project, analysis)
    freeze(module, known)
    return Start(module, known, notes)
