"""Whole scripts of PyTorch, and what of them is no layer: read as far as it goes, and named."""

from __future__ import annotations

import pytest

from netstudio.core.problems import Severity
from netstudio.engine.network.source import read_source
from tests.engine.network.source.readings import nodes_of, outline, read, texts

MLP = ["Linear", "ReLU", "Linear"]


def test_a_whole_training_script_is_read_for_its_network_only() -> None:
    reading = read(
        """
        import argparse, numpy as np, matplotlib.pyplot as plt
        import torch, torchvision
        from torch import nn, optim
        from torchvision import datasets, transforms
        parser = argparse.ArgumentParser()
        args = parser.parse_args()
        device = "cuda" if torch.cuda.is_available() else "cpu"
        data = datasets.FashionMNIST("data", train=True, transform=transforms.ToTensor())
        loader = torch.utils.data.DataLoader(data, batch_size=64, shuffle=True)
        images, labels = next(iter(loader))
        plt.imshow(images[0].squeeze())
        model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10), nn.LogSoftmax(dim=1)).to(device)
        loss_function = nn.NLLLoss()
        optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.5)
        for epoch in range(10**9):
            for images, labels in loader:
                loss = loss_function(model(images), labels)
                optimizer.zero_grad(); loss.backward(); optimizer.step()
            with torch.no_grad():
                print(f"{epoch}: {loss.item():.3f}")
        torch.save(model.state_dict(), "model.pt")
        """
    )
    assert outline(reading.network) == ["Flatten", "Linear"]
    assert reading.data == "fashion_mnist"
    assert not reading.errors
    (remark,) = reading.remarks
    assert "log_softmax" in str(remark.text)
    training = reading.training
    assert training.loss is not None
    assert training.loss.type == "cross_entropy"
    assert training.optimizer is not None
    assert (training.optimizer.fields["lr"], training.optimizer.fields["momentum"]) == (0.1, 0.5)


def test_a_class_given_without_parentheses_is_read_and_said() -> None:
    reading = read(
        """
        model = nn.Sequential
        model.append(nn.Linear(784, 32))
        model.append(nn.ReLU)
        model.append(nn.Linear(32, 10))
        """
    )
    assert outline(reading.network) == MLP
    assert [line for line, _, _ in texts(reading)] == [3, 4]
    assert all("without parentheses" in text for _, text, _ in texts(reading))
    assert not reading.errors


def test_what_cannot_be_read_is_named_by_line_and_the_rest_is_read() -> None:
    reading = read(
        """
        import torch.nn as nn
        m = nn.Sequential(
            nn.Linear(4, 8),
            nn.Fold(2, 3),
            Strange(),
            nn.Linear(8, classes),
            nn.Linear(8, 0),
            nn.Dropout(p=2.0),
            nn.MaxPool2d(2, return_indices=True),
        )
        """
    )
    assert [line for line, _, _ in texts(reading)] == [5, 6, 7, 8, 9, 10]
    found = {line: text for line, text, _ in texts(reading)}
    assert "Fold" in found[5]
    assert "out_features" in found[7]
    assert "is 0, but it must be" in found[8]
    assert "return_indices" in found[10]
    assert all(text.count(". ") <= 2 for text in found.values())
    assert [severity for _, _, severity in texts(reading)] == [Severity.ERROR] * 5 + [
        Severity.WARNING
    ]
    assert outline(reading.network) == ["Linear", "Linear", "MaxPool2d"]


def test_what_a_forward_does_beyond_layers_is_named() -> None:
    reading = read(
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Linear(4, 4)
            def forward(self, x):
                x = self.a(x)
                x = torch.fft.fft(x)
                x = x * 3
                x = self.unheard(x)
                return self.a(x)
        """
    )
    assert [line for line, _, _ in texts(reading) if line > 5] == [8, 9, 10]
    assert any("more than once with the same weights" in text for _, text, _ in texts(reading))
    assert outline(reading.network) == ["Linear", "Linear"]
    assert len({node.name for node in nodes_of(reading)}) == 2


def test_a_class_that_is_like_none_of_ours_is_read_as_it_is_written() -> None:
    reading = read(
        """
        class Residual(nn.Module):
            def __init__(self, body):
                super().__init__()
                self.body = body
            def forward(self, x):
                return self.body(x)
        m = nn.Sequential(Residual(nn.Sequential(nn.Linear(4, 4))))
        """
    )
    assert "Residual" not in str(outline(reading.network))


@pytest.mark.parametrize("code", ["", "print('hello')", "x = [1, 2]", "def f(a): return a"])
def test_code_without_a_network_says_so(code: str) -> None:
    reading = read_source(code)
    assert reading.network is None
    (remark,) = reading.remarks
    assert "no network" in str(remark.text)


def test_text_that_is_no_python_names_the_line() -> None:
    reading = read_source("import torch\nm = nn.Sequential(\n    nn.Linear(3 4))\n")
    assert reading.network is None
    (remark,) = reading.remarks
    assert remark.line == 3
