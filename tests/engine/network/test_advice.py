"""Every fault there is advice for: it is found, and its fix leaves nothing behind."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from netstudio.core.kinds import AUTO
from netstudio.core.problems import Problem, Severity
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, TOKENS, TensorSpec
from netstudio.core.tree import Node, Stack, walk
from netstudio.engine.network.analyse import analyse
from tests.projects import PICTURE, SERIES, VECTOR, node, project

WORDS = TensorSpec(TOKENS, (20,), "int64", vocabulary=100)
TINY = TensorSpec(IMAGE, (3, 4, 4))


def output() -> Node:
    return node("Linear", out_features=AUTO)


def ending() -> tuple[Node, ...]:
    return node("ReLU"), node("Flatten"), output()


def parallel(*bodies: tuple[Node, ...], **fields: object) -> Node:
    made = node("Parallel", **fields)
    for number, body in enumerate(bodies, 1):
        made = made.with_slot(f"branch_{number}", Stack(body))
    return made


@dataclass(frozen=True)
class Fault:
    """A network with one fault, and how it looks when that is mended."""

    code: str
    nodes: tuple[Node, ...]
    mended: str
    sample: TensorSpec = VECTOR
    severity: Severity = Severity.WARNING
    loss: str = "cross_entropy"

    @property
    def project(self) -> Project:
        return project(*self.nodes, sample=self.sample, loss=self.loss)


def error(code: str, nodes: tuple[Node, ...], mended: str, sample: TensorSpec = PICTURE) -> Fault:
    return Fault(code, nodes, mended, sample, Severity.ERROR)


FAULTS = [
    # Shapes.
    error(
        "missing-flatten", (node("Conv2d"), node("ReLU"), output()), "Conv2d ReLU Flatten Linear"
    ),
    error(
        "missing-tosequence",
        (node("LSTM"), node("Flatten"), output()),
        "ToSequence LSTM Flatten Linear",
    ),
    error("wrong-axes", (node("Conv2d"), *ending()), "Conv1d ReLU Flatten Linear", SERIES),
    error(
        "wrong-axes",
        (node("Conv2d"), node("BatchNorm1d"), *ending()),
        "Conv2d BatchNorm2d ReLU Flatten Linear",
    ),
    error(
        "window-too-large",
        (node("Conv2d", kernel_size=7), *ending()),
        "Conv2d ReLU Flatten Linear",
        TINY,
    ),
    error(
        "window-too-large",
        (node("Conv2d", kernel_size=7, stride=2), *ending()),
        "Conv2d ReLU Flatten Linear",
        TINY,
    ),
    error(
        "window-too-large",
        (node("MaxPool2d"), node("MaxPool2d"), node("MaxPool2d"), node("Flatten"), output()),
        "MaxPool2d MaxPool2d Flatten Linear",
        TINY,
    ),
    error(
        "groups-do-not-divide", (node("Conv2d", groups=2), *ending()), "Conv2d ReLU Flatten Linear"
    ),
    error(
        "groups-do-not-divide",
        (node("Conv2d", out_channels=30), node("GroupNorm", num_groups=8), *ending()),
        "Conv2d GroupNorm ReLU Flatten Linear",
    ),
    error(
        "heads-do-not-divide",
        (node("MultiheadAttention", num_heads=4), node("Flatten"), output()),
        "MultiheadAttention Flatten Linear",
        SERIES,
    ),
    error(
        "branches-do-not-merge",
        (parallel((node("Conv2d"),), (node("Conv2d", kernel_size=1),)), *ending()),
        "Parallel Conv2d Conv2d ReLU Flatten Linear",
    ),
    error(
        "branches-do-not-merge",
        (
            parallel((node("Conv2d", kernel_size=1),), (node("MaxPool2d", kernel_size=3),)),
            *ending(),
        ),
        "Parallel Conv2d MaxPool2d ReLU Flatten Linear",
    ),
    # A window without a middle must grow to keep the size.
    error(
        "branches-do-not-merge",
        (parallel((node("Conv2d"),), (node("MaxPool2d"),)), *ending()),
        "Parallel Conv2d MaxPool2d ReLU Flatten Linear",
    ),
    error(
        "branches-do-not-merge",
        (
            parallel(
                (node("Linear", out_features=5),), (node("Linear", out_features=6),), merge="add"
            ),
            node("ReLU"),
            output(),
        ),
        "Parallel Linear Linear ReLU Linear",
        VECTOR,
    ),
    error(
        "residual-shapes-differ",
        (node("Residual", node("Conv1d")), *ending()),
        "Residual Conv1d ReLU Flatten Linear",
        SERIES,
    ),
    error(
        "repeat-changes-shape",
        (node("Repeat", node("Conv2d"), node("ReLU"), shared=True), node("Flatten"), output()),
        "Repeat Conv2d ReLU Flatten Linear",
    ),
    error(
        "ids-without-embedding",
        (node("Conv1d"), *ending()),
        "Embedding Conv1d ReLU Flatten Linear",
        WORDS,
    ),
    error(
        "ids-without-embedding",
        (node("LSTM"), node("Flatten"), output()),
        "Embedding LSTM Flatten Linear",
        WORDS,
    ),
    error("embedding-without-ids", (node("Embedding"), *ending()), "ReLU Flatten Linear"),
    error("embedding-without-ids", (node("Embedding"), output()), "Linear", VECTOR),
    # The output.
    error("wrong-output", (node("Linear", out_features=7),), "Linear", VECTOR),
    error("wrong-output", (node("Conv2d"),), "Conv2d ReLU Flatten Linear"),
    error("wrong-output", (node("Embedding"),), "Embedding Flatten Linear", WORDS),
    Fault("softmax-twice", (output(), node("Softmax")), "Linear"),
    Fault("limited-scores", (output(), node("Sigmoid")), "Linear"),
    Fault("limited-scores", (output(), node("ReLU")), "Linear"),
    Fault("limited-scores", (output(), node("LogSoftmax")), "Linear"),
    Fault(
        "unreachable-targets", (output(), node("LogSoftmax")), "Linear", loss="mean_squared_error"
    ),
    Fault("softmax-inside", (node("Linear"), node("Softmax"), output()), "Linear ReLU Linear"),
    # The order.
    Fault(
        "activation-doubled",
        (node("Linear"), node("ReLU"), node("ReLU"), output()),
        "Linear ReLU Linear",
    ),
    Fault(
        "activation-doubled",
        (node("Linear"), node("Tanh"), node("ReLU"), output()),
        "Linear Tanh Linear",
    ),
    Fault("activation-missing", (node("Linear"), output()), "Linear ReLU Linear"),
    Fault(
        "activation-missing",
        (node("Group", node("Linear"), node("BatchNorm1d"), node("Dropout")), output()),
        "Group Linear BatchNorm1d ReLU Dropout Linear",
    ),
    Fault(
        "activation-missing",
        (node("Residual", node("Conv2d", padding=1), node("Conv2d", padding=1)), *ending()),
        "Residual Conv2d ReLU Conv2d ReLU Flatten Linear",
        PICTURE,
    ),
    Fault(
        "dropout-before-batch-norm",
        (node("Linear"), node("Dropout"), node("BatchNorm1d"), node("ReLU"), output()),
        "Linear BatchNorm1d Dropout ReLU Linear",
    ),
    Fault(
        "dropout-before-batch-norm",
        (
            node("Conv2d"),
            node("Group", node("ReLU"), node("Dropout2d")),
            node("BatchNorm2d"),
            *ending()[1:],
        ),
        "Conv2d Group ReLU BatchNorm2d Dropout2d Flatten Linear",
        PICTURE,
    ),
    # Learning.
    Fault(
        "share-of-one",
        (
            parallel((node("Linear", out_features=1), node("Softmax"), node("Dropout")), ()),
            node("ReLU"),
            output(),
        ),
        "Parallel Linear Dropout ReLU Linear",
    ),
    Fault(
        "normalized-twice",
        (node("Linear"), node("BatchNorm1d"), node("BatchNorm1d"), node("ReLU"), output()),
        "Linear BatchNorm1d ReLU Linear",
    ),
    Fault(
        "never-negative",
        (node("Linear"), node("ReLU"), node("PReLU"), output()),
        "Linear PReLU Linear",
    ),
    Fault(
        "never-negative",
        (node("Linear"), node("Sigmoid"), node("Dropout"), node("PReLU"), output()),
        "Linear Dropout PReLU Linear",
    ),
    error("nothing-to-learn", (replace(output(), enabled=False),), "Linear", VECTOR),
]


def found(first: Project, code: str) -> Problem:
    (problem,) = [problem for problem in analyse(first).problems if problem.code == code]
    return problem


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_a_fault_is_found_and_its_fix_leaves_no_problem(fault: Fault) -> None:
    problem = found(fault.project, fault.code)
    assert problem.severity is fault.severity
    assert problem.fix is not None
    first = fault.project
    after = problem.fix.apply(first)
    assert " ".join(each.type for each in walk(after.network)) == fault.mended
    left = [str(other.text) for other in analyse(after).problems]
    assert left == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_a_fix_of_a_fault_that_is_gone_does_no_harm(fault: Fault) -> None:
    fix = found(fault.project, fault.code).fix
    assert fix is not None
    analyse(fix.apply(replace(fault.project, network=Stack())))
    again = fix.apply(fix.apply(fault.project))
    assert not [name for name in _names(again) if _names(again).count(name) > 1]


def _names(first: Project) -> list[str]:
    return [each.name for each in walk(first.network)]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_advice_is_one_line_that_says_what_to_do(fault: Fault) -> None:
    problem = found(fault.project, fault.code)
    assert problem.fix is not None
    for text in (str(problem.text), str(problem.fix.label)):
        assert len(text.splitlines()) == 1
        assert "{" not in text
        assert "_" not in text
    assert str(problem.text).endswith(".")


# A Softmax of one number is one inside the network, too.
ALSO = {"share-of-one": ["share-of-one", "softmax-inside"]}


def test_one_fault_is_one_problem() -> None:
    for fault in FAULTS:
        codes = [problem.code for problem in analyse(fault.project).problems]
        assert codes == ALSO.get(fault.code, [fault.code])


def test_advice_waits_until_the_network_runs() -> None:
    first = project(node("Linear"), node("Linear"), node("Conv2d"), output())
    assert {problem.severity for problem in analyse(first).problems} == {Severity.ERROR}


def test_data_with_one_class_are_nothing_to_learn_from() -> None:
    problem = found(project(output(), classes=1), "one-class")
    assert (problem.target, problem.severity) == ("data", Severity.WARNING)
    assert "class 0" in str(problem.text)


def test_a_sigmoid_says_how_sure_the_network_could_be_at_most() -> None:
    # e¹ against nine times e⁰.
    problem = found(project(output(), node("Sigmoid"), classes=10), "limited-scores")
    assert "23 %" in str(problem.text)


def test_outputs_that_reach_their_targets_are_fine_without_cross_entropy() -> None:
    for last in ("Sigmoid", "Tanh", "Softmax", "ReLU"):
        first = project(output(), node(last), loss="mean_squared_error")
        assert not analyse(first).problems


def test_settings_are_called_as_the_form_calls_them() -> None:
    problem = found(
        project(node("Conv2d", out_channels=0), *ending(), sample=PICTURE), "bad-setting"
    )
    assert "Filters is 0" in str(problem.text)
