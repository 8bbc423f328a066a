"""Data on the command line: listed, downloaded, reported on, chosen, and predicted for."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from netstudio.__main__ import main
from netstudio.core.files import read_project
from netstudio.engine.data.downloads.catalogue import FILES
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.cli import hostile
from tests.engine.data.downloads.server import serving

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: Capture, *argv: str) -> tuple[str, str]:
    """What a command that works prints, and what it says."""
    capsys.readouterr()
    status = main(argv)
    captured = capsys.readouterr()
    assert status == 0, captured.err
    return captured.out, captured.err


def json_of(capsys: Capture, *argv: str) -> Any:
    return json.loads(run(capsys, *argv, "--json")[0])


def write_colours(count: int = 60) -> str:
    """A table whose class follows from its numbers."""
    chance = np.random.default_rng(0)
    rows = ["size,colour,kind,price"]
    for _ in range(count):
        size = chance.normal()
        colour = chance.choice(["red", "blue"])
        rows.append(f"{size:.3f},{colour},{'large' if size > 0 else 'small'},{3 * size + 1:.3f}")
    Path("colours.csv").write_text("\n".join(rows))
    return "colours.csv"


class TestDataSets:
    def test_each_says_where_it_is_and_how_large(self, capsys: Capture) -> None:
        sets = {entry["name"]: entry for entry in json_of(capsys, "datasets", "--data-root", "r")}
        assert sets["mnist"]["present"]
        assert not sets["cifar10"]["present"]
        assert sets["cifar10"]["download"] == 170_498_071
        Path("r/cifar-10-batches-py").mkdir(parents=True)
        text = run(capsys, "datasets", "--data-root", "r")[0]
        lines = {line.split()[1]: line for line in text.splitlines()}
        assert "there" in lines["cifar10"]
        assert "download, 169 MB" in lines["cifar100"]
        assert "shipped" in lines["mnist"]
        assert "your folder" in lines["image_folder"]

    def test_one_is_downloaded_into_the_data_folder(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("no_proxy", "*")
        with serving() as server:
            files = []
            for file in FILES["kmnist"]:
                md5 = server.add(f"/{file.name}", file.name.encode())
                files.append(replace(file, url=f"{server.url}/{file.name}", md5=md5))
            monkeypatch.setitem(FILES, "kmnist", tuple(files))
            said = run(capsys, "datasets", "--download", "kmnist", "--data-root", "r")[1]
        assert "21.2 MB" in said
        assert "CC BY-SA 4.0" in said
        assert len(list(Path("r/KMNIST/raw").iterdir())) == 4
        again = run(capsys, "datasets", "--download", "kmnist", "--data-root", "r")[1]
        assert "there already" in again

    @pytest.mark.parametrize("name", ["mnist", "absent", "image_folder"])
    def test_what_cannot_be_downloaded_is_said(self, name: str, capsys: Capture) -> None:
        assert main(["datasets", "--download", name]) == 1
        line = capsys.readouterr().err
        assert f"netstudio: {name} is no data set that is downloaded" in line
        assert "cifar10" in line

    def test_training_on_a_set_that_is_not_there_says_how_to_get_it(self, capsys: Capture) -> None:
        main(["new", "vgg", "-o", "v.netstudio"])
        capsys.readouterr()
        assert main(["train", "v.netstudio", "--data-root", "r"]) == 1
        assert "netstudio datasets --download cifar10" in capsys.readouterr().err


class TestReport:
    def test_a_folder_of_pictures(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        found = json_of(capsys, "data", "p")
        assert found["source"]["type"] == "image_folder"
        assert found["task"] == "image_classification"
        assert found["why"].startswith("2 folders of pictures")
        assert [each["name"] for each in found["classes"]] == ["ants", "bees"]
        assert sum(found["samples"].values()) == 12
        text = run(capsys, "data", "p")[0]
        assert "2 folders of pictures" in text
        assert "ants" in text

    def test_a_table_with_its_columns_and_another_target(self, capsys: Capture) -> None:
        table = write_colours()
        found = json_of(capsys, "data", table, "--target", "kind")
        columns = {column["name"]: column for column in found["columns"]}
        assert set(columns) == {"size", "colour", "price"}
        assert columns["colour"]["role"] == "category"
        assert columns["size"]["missing"] == 0
        assert [each["name"] for each in found["classes"]] == ["large", "small"]
        assert "COLUMN" in run(capsys, "data", table)[0]

    def test_findings_say_where_another_treatment_is_chosen(
        self, capsys: Capture, test_data: Path
    ) -> None:
        titanic = str(test_data / "tabular" / "titanic.csv")
        found = json_of(capsys, "data", titanic)
        settings = {finding["code"]: finding["setting"] for finding in found["findings"]}
        assert "preparation.missing_numbers" in settings.values()
        assert "[preparation.missing_numbers]" in run(capsys, "data", titanic)[0]

    def test_a_project_and_a_shipped_set(self, capsys: Capture) -> None:
        main(["new", "digits-mlp", "-o", "d.netstudio"])
        project, shipped = json_of(capsys, "data", "d.netstudio"), json_of(capsys, "data", "digits")
        assert project["samples"] == shipped["samples"]
        assert project["why"] is None

    def test_what_is_not_there_is_said(self, capsys: Capture) -> None:
        assert main(["data", "absent.csv"]) == 1
        assert "absent.csv does not exist" in capsys.readouterr().err


def train(capsys: Capture, template: str, *options: str) -> str:
    """Train a template for one epoch; the path of the model."""
    main(["new", template, "-o", "p.netstudio", "--force"])
    out, _ = run(capsys, "train", "p.netstudio", "--epochs", "1", *options)
    return out.splitlines()[-1]


class TestChoice:
    def test_a_table_replaces_the_shipped_one_and_the_guess_is_said(self, capsys: Capture) -> None:
        table = write_colours()
        main(["new", "tabular-mlp", "-o", "p.netstudio"])
        options = ["--data", table, "--target", "kind", "--epochs", "1"]
        out, said = run(capsys, "train", "p.netstudio", *options)
        assert f"{table}: A table;" in said
        model = Path(out.splitlines()[-1])
        source = RunFolder(model.parent).project().data.source
        assert source.type == "table_file"
        assert source.fields["target_columns"] == ("kind",)
        assert source.fields["file"] == str(Path(table).absolute())

    def test_what_was_chosen_before_stays_for_data_of_the_same_kind(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        main(["new", "cifar-cnn", "-o", "c.netstudio"])
        before = read_project(Path("c.netstudio")).data.source.fields
        out, _ = run(capsys, "train", "c.netstudio", "--data", "p", "--epochs", "1")
        after = RunFolder(Path(out.splitlines()[-1]).parent).project().data.source.fields
        assert after["image_size"] == before["image_size"] == 32
        assert after["folder"] == str(Path("p").absolute())

    def test_data_for_another_task_are_refused_with_a_template_that_suits(
        self, capsys: Capture
    ) -> None:
        main(["new", "digits-mlp", "-o", "d.netstudio"])
        capsys.readouterr()
        assert main(["train", "d.netstudio", "--data", write_colours()]) == 1
        line = capsys.readouterr().err
        assert "made for Image classification" in line
        assert "netstudio new t" in line

    def test_a_target_for_pictures_is_refused(self, capsys: Capture) -> None:
        main(["new", "digits-mlp", "-o", "d.netstudio"])
        capsys.readouterr()
        assert main(["train", "d.netstudio", "--target", "label"]) == 1
        assert "--target label does not go with the data set digits" in capsys.readouterr().err

    def test_a_test_table_is_the_test_part(self, capsys: Capture) -> None:
        table = write_colours()
        lines = Path(table).read_text().splitlines()
        Path("tests.csv").write_text("\n".join([lines[0], *lines[1:11]]))
        Path("rest.csv").write_text("\n".join([lines[0], *lines[11:]]))
        main(["new", "tabular-mlp", "-o", "p.netstudio"])
        options = ["--target", "kind", "--test-data", "tests.csv", "--epochs", "1", "--json"]
        out, _ = run(capsys, "train", "p.netstudio", "--data", "rest.csv", *options)
        started = next(
            event for event in map(json.loads, out.splitlines()) if event["event"] == "started"
        )
        assert started["test_samples"] == 10


class TestPrediction:
    def test_each_row_of_a_table(self, capsys: Capture) -> None:
        table = write_colours()
        model = train(capsys, "tabular-mlp", "--data", table, "--target", "kind")
        found = json_of(capsys, "predict", model, table)
        assert [entry["row"] for entry in found[:2]] == ["row 2", "row 3"]
        assert len(found) == 60
        text = run(capsys, "predict", model, table)[0]
        assert "colours.csv, row 2" in text

    def test_rows_and_their_order_give_the_same_as_one_by_one(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        table = write_colours()
        model = train(capsys, "tabular-mlp", "--data", table, "--target", "kind")
        rows = json_of(capsys, "predict", model, table)
        cells = [line.split(",") for line in Path(table).read_text().splitlines()[1:4]]
        lines = "\n".join(f"{size},{colour},{price}" for size, colour, _, price in cells)
        monkeypatch.setattr("sys.stdin", io.StringIO(lines + "\n\n"))
        typed = json_of(capsys, "predict", model, "-")
        assert [entry["row"] for entry in typed] == ["line 1", "line 2", "line 3"]
        for one, other in zip(typed, rows, strict=False):
            assert one["predictions"][0]["label"] == other["predictions"][0]["label"]
            assert one["predictions"][0]["probability"] == pytest.approx(
                other["predictions"][0]["probability"], abs=1e-5
            )

    def test_numbers_are_told_in_their_own_units(self, capsys: Capture) -> None:
        table = write_colours()
        model = train(capsys, "table-regression", "--data", table, "--target", "price")
        found = json_of(capsys, "predict", model, table)
        assert set(found[0]["predictions"]) == {"price"}
        assert "price " in run(capsys, "predict", model, table)[0]

    def test_a_row_that_cannot_be_read_is_named_and_the_others_are_predicted(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        table = write_colours()
        model = train(capsys, "tabular-mlp", "--data", table, "--target", "kind")
        monkeypatch.setattr("sys.stdin", io.StringIO("0.5,red,1\n0.5\n-1,blue,2\n"))
        capsys.readouterr()
        assert main(["predict", model, "-", "--json"]) == 1
        captured = capsys.readouterr()
        assert "line 2" in captured.err
        assert [entry["row"] for entry in json.loads(captured.out)] == ["line 1", "line 3"]

    def test_pictures_are_told_one_a_file(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        model = train(capsys, "cifar-cnn", "--data", "p")
        found = json_of(capsys, "predict", model, "p/ants/0.png", "p/bees/1.png")
        assert [entry["file"] for entry in found] == ["p/ants/0.png", "p/bees/1.png"]
        assert all("row" not in entry for entry in found)

    def test_pictures_that_are_not_given_back_are_not_written(self, capsys: Capture) -> None:
        hostile.write_good_pictures(Path("p"))
        model = train(capsys, "cifar-cnn", "--data", "p")
        capsys.readouterr()
        assert main(["predict", model, "p/ants/0.png", "--output", "out"]) == 1
        assert "no pictures" in capsys.readouterr().err
