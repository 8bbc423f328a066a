"""Keras code as articles print it, into a stack with logits and a loss."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netstudio.core.tree import Node
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.source import Reading, keras_layers, project_from_reading, read_source
from netstudio.engine.network.source.patterns import patterns_for
from tests.engine.network.source.readings import outline


def read(code: str) -> Reading:
    return read_source(dedent(code))


def nodes_of(reading: Reading) -> list[Node]:
    assert reading.network is not None
    return list(reading.network)


def told(reading: Reading) -> str:
    return "\n".join(f"{remark.line}: {remark.text}" for remark in reading.remarks)


FORGOT_FLATTEN = """
from tensorflow import keras
from tensorflow.keras import layers

(images, labels), _ = keras.datasets.mnist.load_data()
images = images / 255.0

model = keras.Sequential()
model.add(layers.Dense(32, activation="relu", input_shape=(28, 28)))
model.add(layers.Dropout(0.2))
model.add(layers.Dense(10, activation="softmax"))

model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(images, labels, epochs=5, batch_size=128, validation_split=0.2)
"""


def test_the_first_mlp_of_an_article_that_forgot_flatten_is_one_fix_away_from_training() -> None:
    reading = read_source(FORGOT_FLATTEN)
    assert outline(reading.network) == ["Linear", "ReLU", "Dropout", "Linear"]
    (remark,) = reading.remarks
    assert remark.line == 11
    assert "softmax was left out" in str(remark.text)
    project = project_from_reading(reading, "article")
    assert project.data.source.type == "mnist"
    assert project.training.loss.type == "cross_entropy"
    assert project.training.optimizer.type == "adam"
    assert project.training.optimizer.fields["lr"] == 0.001
    assert project.training.options["epochs"] == 5
    assert project.training.options["batch_size"] == 128
    assert project.data.options["validation_share"] == 0.2
    (problem,) = analyse(project).errors
    assert problem.code == "missing-flatten"
    assert problem.fix is not None
    assert not analyse(problem.fix.apply(project)).errors


def test_sequential_without_parentheses() -> None:
    reading = read(
        """
        model = Sequential
        model.add(Dense(32, activation='relu', input_dim=784))
        model.add(Dense(10, activation='softmax'))
        model.compile(loss='categorical_crossentropy', optimizer='sgd')
        """
    )
    assert outline(reading.network) == ["Linear", "ReLU", "Linear"]
    assert "3: Sequential is written without parentheses" in told(reading)
    optimizer = reading.training.optimizer
    assert optimizer is not None
    assert (optimizer.type, optimizer.fields["lr"], optimizer.fields["momentum"]) == (
        "sgd",
        0.01,
        0,
    )
    assert reading.input == {"features": 784}


CIFAR = """
import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras import Input
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import (Activation, BatchNormalization, Conv2D, Dense, Dropout,
                                     Flatten, MaxPooling2D, RandomFlip, Rescaling)
from tensorflow.keras.utils import to_categorical

classes = 10
(x_train, y_train), (x_test, y_test) = tf.keras.datasets.cifar10.load_data()
x_train = x_train.astype("float32") / 255
y_train = to_categorical(y_train, classes)

model = Sequential([
    Input(shape=x_train.shape[1:]),
    Rescaling(1.0 / 255),
    RandomFlip("horizontal"),
    Conv2D(32, (3, 3), padding="same", kernel_initializer="he_uniform"),
    BatchNormalization(),
    Activation("relu"),
    MaxPooling2D((2, 2)),
    Conv2D(64, 3, strides=2, padding="same", use_bias=False, activation=tf.nn.relu),
    MaxPooling2D(pool_size=3, strides=2, padding="same"),
    Flatten(),
    Dense(128),
    BatchNormalization(momentum=0.9),
    Dropout(rate=0.5),
    Dense(classes, activation="softmax", name="predictions"),
])
model.summary()
opt = tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9)
model.compile(opt, loss=tf.keras.losses.CategoricalCrossentropy(), metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=2 * classes, validation_data=(x_test, y_test))
plt.plot(history.history["accuracy"])
"""


def test_the_usual_cnn_for_cifar_with_one_hot_labels() -> None:
    reading = read_source(CIFAR)
    assert outline(reading.network) == [
        "Conv2d",
        "BatchNorm2d",
        "ReLU",
        "MaxPool2d",
        "Conv2d",
        "ReLU",
        "MaxPool2d",
        "Flatten",
        "Linear",
        "BatchNorm1d",
        "Dropout",
        "Linear",
    ]
    assert not reading.errors
    assert [remark.line for remark in reading.remarks] == [17, 18, 29]
    first, norm, _, _, second, _, pool, *_, flat_norm, _, last = nodes_of(reading)
    assert first.fields["padding"] == "same"
    assert (norm.fields["momentum"], norm.fields["eps"]) == (0.01, 0.001)
    assert (second.fields["padding"], second.fields["bias"]) == ((1, 1), False)
    assert (pool.fields["kernel_size"], pool.fields["padding"]) == ((3, 3), (1, 1))
    assert flat_norm.fields["momentum"] == 0.1
    assert (last.name, last.fields["out_features"]) == ("predictions", 10)
    training = reading.training
    assert (training.epochs, training.batch_size) == (20, 32)
    assert training.optimizer is not None
    assert training.optimizer.fields["lr"] == 0.05
    assert training.loss is not None
    assert training.loss.type == "cross_entropy"


def test_a_loss_that_takes_logits_leaves_the_network_as_it_is() -> None:
    reading = read(
        """
        from keras import layers, losses, models
        m = models.Sequential([layers.Dense(10), layers.Softmax()])
        m.compile("adam", losses.SparseCategoricalCrossentropy(from_logits=True))
        """
    )
    assert outline(reading.network) == ["Linear", "Softmax"]


def test_functional_code_with_a_shortcut_and_branches() -> None:
    reading = read(
        """
        from keras import Input, Model, layers
        inputs = Input(shape=(32, 32, 3))
        x = layers.Conv2D(16, 3, padding="same")(inputs)
        shortcut = x
        x = layers.Conv2D(16, 3, padding="same", activation="relu")(x)
        x = layers.add([x, shortcut])
        left = layers.Conv2D(8, 1)(x)
        right = layers.Conv2D(8, 3, padding="same")(x)
        x = layers.Concatenate()([left, right])
        x = layers.BatchNormalization()(x)
        x = layers.Flatten()(x)
        outputs = layers.Dense(10)(x)
        model = Model(inputs, outputs)
        """
    )
    assert outline(reading.network) == [
        "Conv2d",
        ("Residual", {"body": ["Conv2d", "ReLU"]}),
        ("Parallel", {"branch_1": ["Conv2d"], "branch_2": ["Conv2d"]}),
        "BatchNorm2d",
        "Flatten",
        "Linear",
    ]
    assert not reading.remarks


def test_recurrent_layers_with_keras_defaults() -> None:
    reading = read(
        """
        from keras.layers import *
        from keras.models import Sequential
        model = Sequential([
            Embedding(20000, 128, input_length=80),
            Bidirectional(LSTM(64, return_sequences=True)),
            GRU(32),
            Dense(5),
        ])
        model.fit(x, y, batch_size=batch_size, epochs=epochs)
        """
    )
    assert outline(reading.network) == ["Embedding", "LSTM", "GRU", "Linear"]
    embedding, lstm, gru, _ = nodes_of(reading)
    assert embedding.fields["embedding_dim"] == 128
    assert (lstm.fields["output"], lstm.fields["bidirectional"]) == ("sequence", True)
    assert (gru.fields["output"], gru.fields["hidden_size"]) == ("last", 32)
    assert (reading.training.epochs, reading.training.batch_size) == (None, None)


def test_layers_from_a_function_and_from_a_loop() -> None:
    reading = read(
        """
        from tensorflow import keras
        def build_model(units=64):
            model = keras.Sequential()
            for n in [units, units // 2]:
                model.add(keras.layers.Dense(n))
                model.add(keras.layers.LeakyReLU(alpha=0.1))
            model.add(keras.layers.Dense(10))
            return model
        """
    )
    assert outline(reading.network) == ["Linear", "LeakyReLU"] * 2 + ["Linear"]
    assert nodes_of(reading)[1].fields["negative_slope"] == 0.1


def test_what_keras_has_and_this_program_has_not_is_named() -> None:
    reading = read(
        """
        from keras import layers, models
        model = models.Sequential([
            layers.Dense(8, kernel_regularizer="l2"),
            layers.Masking(),
            layers.Dense(8, activation="unheard_of"),
        ])
        model.compile(loss="poisson", optimizer="ftrl")
        """
    )
    assert outline(reading.network) == ["Linear", "Linear"]
    found = told(reading)
    for words in ("4: Dense has no setting kernel_regularizer", "5: Masking", "6: ", "unheard_of"):
        assert words in found
    assert "8: The loss poisson is not known" in found
    assert "8: The optimizer ftrl is not known" in found
    assert reading.training.loss is None


@pytest.mark.parametrize("name", [*keras_layers.LAYERS])
def test_every_layer_of_the_table_has_a_counterpart(name: str) -> None:
    layer = keras_layers.LAYERS[name]
    wanted = {"strides": 2, "shape": (4, 4), "target_shape": (4, 4), "dims": (2, 1)}
    values = {
        key: wanted.get(key, 2 if value is None else value)
        for key, value in layer.parameters.items()
    }
    for target, arguments in layer.modules(values):
        if target == keras_layers.BATCH_NORM:
            continue
        patterns = patterns_for(target)
        assert patterns, target
        for argument in arguments:
            assert any(argument in pattern.arguments for pattern in patterns), (target, argument)


@pytest.mark.parametrize("name", [*keras_layers.ACTIVATIONS])
def test_every_activation_of_the_table_has_a_counterpart(name: str) -> None:
    made = keras_layers.ACTIVATIONS[name]
    assert made is None or patterns_for(made[0])


def test_a_shape_that_only_the_data_would_tell_stays_silent() -> None:
    reading = read(
        """
        import keras
        model = keras.Sequential([keras.Input(shape=data.shape), keras.layers.Dense(2)])
        """
    )
    assert outline(reading.network) == ["Linear"]
    assert not reading.remarks
