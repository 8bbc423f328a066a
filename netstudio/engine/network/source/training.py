"""What code says about training a network."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netstudio.core.project import Project, Selected


@dataclass(frozen=True)
class TrainingPatch:
    """Changes of a project's training; None leaves a thing as it is.

    Attributes:
        loss: What is minimised.
        optimizer: How the weights are updated.
        epochs: How often all samples are gone through.
        batch_size: How many samples are looked at before each update.
        validation_share: The part of the samples that is kept back.
    """

    loss: Selected | None = None
    optimizer: Selected | None = None
    epochs: int | None = None
    batch_size: int | None = None
    validation_share: float | None = None

    def apply(self, project: Project) -> Project:
        """The project with these changes."""
        training = project.training
        options = {"epochs": self.epochs, "batch_size": self.batch_size}
        training = replace(
            training,
            loss=self.loss or training.loss,
            optimizer=self.optimizer or training.optimizer,
            options=training.options.replace(**{k: v for k, v in options.items() if v is not None}),
        )
        data = project.data
        if self.validation_share is not None:
            share = data.options.replace(validation_share=self.validation_share)
            data = replace(data, options=share)
        return replace(project, training=training, data=data)
