"""All options of training, section by section."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.training.computation import Computation
from netstudio.tasks.training.length import Length
from netstudio.tasks.training.regularization import Regularization
from netstudio.tasks.training.start import Start
from netstudio.tasks.training.stopping import Stopping


class TrainingOptions(Length, Start, Stopping, Regularization, Computation):
    """How the network is trained, beside loss, optimizer and schedule."""

    type = "training"
    label = QT_TRANSLATE_NOOP("netstudio", "Training")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How the network is trained, beside loss, optimizer and schedule."
    )
