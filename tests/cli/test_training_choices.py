"""Loss, optimizer, schedule and settings of the training from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from netstudio.cli.main import main
from netstudio.cli.training_choices import with_choices
from netstudio.core.project import Project, Selected
from netstudio.core.translate import UserError
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.tasks.optimizers import OPTIMIZERS
from tests.projects import project

MADE: Project = project()


def test_another_optimizer_comes_with_its_own_defaults_and_the_same_one_stays() -> None:
    training = with_choices(MADE, optimizer="muon").training
    assert training.optimizer == Selected("muon", OPTIMIZERS["muon"].defaults())
    same = MADE.training.optimizer.type
    assert with_choices(MADE, optimizer=same).training.optimizer is MADE.training.optimizer


@pytest.mark.parametrize(
    ("setting", "part", "name", "value"),
    [
        ("patience=3", "options", "patience", 3),
        ("training.patience=3", "options", "patience", 3),
        ("averaging=ema", "options", "averaging", "ema"),
        ("restore_best=false", "options", "restore_best", False),
        ("start_from=a=b.pt", "options", "start_from", "a=b.pt"),
        ("momentum=0.5", "optimizer", "momentum", 0.5),
        ("optimizer.lr=1e-2", "optimizer", "lr", 0.01),
        ("milestones=3,6", "schedule", "milestones", (3, 6)),
        ("schedule.milestones=[4]", "schedule", "milestones", (4,)),
    ],
)
def test_any_setting_can_be_set(setting: str, part: str, name: str, value: object) -> None:
    changed = with_choices(MADE, optimizer="sgd", schedule="multi_step", settings=[setting])
    chosen = getattr(changed.training, part)
    fields = chosen.fields if isinstance(chosen, Selected) else chosen
    assert fields[name] == value


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("patience", "Write NAME=VALUE"),
        ("model.patience=3", "Write NAME=VALUE"),
        ("patienc=3", "no setting called patienc. The nearest names are: patience,"),
        ("learning_rate=1", "no setting called learning_rate. The nearest names are: lr,"),
        ("=3", "--set =3 does not say what to set"),
        ("patience=x", 'Patience is "x", but it must be a whole number from 0'),
        ("patience=", 'Patience is "", but it must be'),
        ("lr=-1", "Learning rate is -1, but it must be a number, above 0"),
        ("lr=NaN", "Learning rate is"),
        ('lr={"a": 1}', "Learning rate is"),
        ("gamma=0.5", "Write one of: schedule.gamma, loss.gamma."),
    ],
)
def test_what_cannot_be_set_is_one_clear_sentence(setting: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        with_choices(MADE, "focal", "adam", "step", [setting])
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("part", ["loss", "optimizer", "schedule"])
def test_an_unknown_choice_names_those_there_are(part: str) -> None:
    with pytest.raises(UserError, match=r'called "unheard"\.'):
        with_choices(MADE, **{part: "unheard"})


def test_a_run_is_trained_as_said_and_refuses_other_choices_when_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    arguments = ["--optimizer", "radam", "--schedule", "one_cycle", "--set", "epochs=1"]
    assert main(["train", "d.netstudio", *arguments]) == 0
    (folder,) = Path("runs").iterdir()
    training = RunFolder(folder).project().training
    assert (training.optimizer.type, training.schedule.type) == ("radam", "one_cycle")
    assert training.options["epochs"] == 1
    capsys.readouterr()
    assert main(["train", "--resume", str(folder), "--schedule", "cosine"]) == 1
    assert "--schedule cannot change a run" in capsys.readouterr().err
