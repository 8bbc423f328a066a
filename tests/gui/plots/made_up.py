"""Events of a run that never was."""

from __future__ import annotations

from netstudio.engine.events import EpochEnded, Event, Figures, Progress, Started


def started(
    epochs: int = 10,
    epoch: int = 1,
    run: str = "/runs/one",
    threads: int = 2,
    fold: int = 0,
    folds: int = 0,
) -> Started:
    return Started(
        run=run,
        device="cpu (Some CPU, 2 threads, 8 GiB)",
        epoch=epoch,
        epochs=epochs,
        batch_size=32,
        parameters=18_816,
        train_samples=54_000,
        validation_samples=6_000,
        test_samples=10_000,
        execution={"threads": threads, "channels_last": False, "fused": True},
        fold=fold,
        folds=folds,
    )


def progress(
    epoch: int = 1,
    batch: int = 10,
    losses: tuple[float, ...] = (0.5,),
    accuracy: float = 0.5,
    samples: int = 320,
    epochs: int = 10,
    batches: int = 100,
    rate: float = 31_912.0,
) -> Progress:
    return Progress(
        epoch=epoch,
        epochs=epochs,
        batch=batch,
        batches=batches,
        losses=losses,
        train=Figures(losses[-1] if losses else 0.5, {"accuracy": accuracy}, samples),
        learning_rate=0.001,
        samples_per_second=rate,
        seconds_left=6.2,
    )


def ended(
    epoch: int,
    loss: float = 0.061,
    accuracy: float = 0.983,
    val_loss: float | None = 0.078,
    val_accuracy: float = 0.979,
    epochs: int = 10,
    is_best: bool = True,
) -> EpochEnded:
    validation = None
    if val_loss is not None:
        validation = Figures(val_loss, {"accuracy": val_accuracy}, 6_000)
    train = Figures(loss, {"accuracy": accuracy}, 54_000)
    return EpochEnded(epoch, epochs, train, validation, 0.001, 31_912.0, 2.1, is_best)


def whole_run(epochs: int = 3) -> tuple[Event, ...]:
    made: list[Event] = [started(epochs)]
    for epoch in range(1, epochs + 1):
        losses = tuple(1.0 / (epoch + number / 100) for number in range(1, 101))
        made.append(progress(epoch, 100, losses, 0.9, 3_200, epochs))
        made.append(ended(epoch, epochs=epochs))
    return tuple(made)
