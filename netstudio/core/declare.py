"""Declared things: classes whose typed fields carry range, default, label and help.

Layers, losses, optimizers, data sources and training options are all declared this way. Their
forms, their validation, their files and their help derive from the declaration.
"""

from __future__ import annotations

import dataclasses
import difflib
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Self, TypeVar, cast, dataclass_transform

from netstudio.core.kinds import Kind, Unfit
from netstudio.core.spec import Call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten
from netstudio.core.values import Fields, Value, freeze, written

T = TypeVar("T")

_SPEC = "netstudio.field"

# What stands beside the fields in the same JSON object of a file.
RESERVED = frozenset(
    ("type", "name", "uid", "enabled", "note", "frozen", "learning_rate_factor", "slots")
)


@dataclass(frozen=True)
class FieldSpec:
    """Everything that is known of one declared field.

    Attributes:
        name: Its key in the file and its attribute.
        kind: What values it takes.
        default: The value it has when nothing else is said.
        label: What people call it (marked text).
        help: One plain sentence about it (marked text).
        argument: The constructor argument it fills, or None for none.
        fact: The fact of the task that an AUTO value stands for.
        advanced: Whether few people ever change it, so that a form may keep it out of the way.
        section: The label of the class that declares it: what it belongs to (marked text).
    """

    name: str
    kind: Kind
    default: Value
    label: str
    help: str
    argument: str | None
    fact: str | None
    advanced: bool
    section: str = ""


def field(
    kind: Kind,
    *,
    default: T,
    label: str,
    help: str = "",
    argument: str | None = "",
    fact: str | None = None,
    advanced: bool = False,
) -> T:
    """Declare a field of a ``Declared`` class.

    Args:
        kind: What values it takes.
        default: Its default, which must fit the kind.
        label: What people call it.
        help: One plain sentence.
        argument: The constructor argument it fills; its own name when left out, None for none.
        fact: The fact of the task that an AUTO value stands for.
        advanced: Whether few people ever change it, so that a form may keep it out of the way.
    """
    kind.parse(freeze(default))
    spec = {
        "kind": kind,
        "label": label,
        "help": help,
        "argument": argument,
        "fact": fact,
        "advanced": advanced,
    }
    # For the type checker a declared field is the value that instances have.
    declared: Any = dataclasses.field(default=default, metadata={_SPEC: spec})
    return cast("T", declared)


@dataclass(frozen=True)
class BadField:
    """A value that a declared thing cannot take."""

    name: str
    text: Message


class Unreadable(Exception):
    """Values that do not fit their declaration, each with its reason."""

    def __init__(self, faults: tuple[BadField, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault.text) for fault in faults))


@dataclass_transform(field_specifiers=(field,), frozen_default=True, kw_only_default=True)
class Declared:
    """Base of everything that is declared.

    A subclass names its fields with ``field()``; it becomes a dataclass that is made with keywords
    and never changes. What such a dataclass has is written out here once: generated anew for each
    of hundreds of classes it would keep the window waiting.

    Attributes:
        type: The name it has in files; the class's own name unless given.
        label: What people call it (marked text).
        help: What it does in one plain sentence (marked text).
        formula: The formula, in plain Unicode, where there is one. It and ``search`` need no mark:
            ``packaging/translations.py`` looks them up.
        source: Paper or reference, where there is one.
        search: Other names that people know it by.
        target: Dotted name of what the engine constructs or calls for it.
    """

    type: ClassVar[str] = ""
    label: ClassVar[str] = ""
    help: ClassVar[str] = ""
    formula: ClassVar[str] = ""
    source: ClassVar[str] = ""
    search: ClassVar[tuple[str, ...]] = ()
    target: ClassVar[str] = ""

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if "type" not in cls.__dict__:
            cls.type = cls.__name__
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)

    def __init__(self, **values: Any) -> None:
        defaults = _defaults_of(type(self))
        whole = {**defaults, **values}
        if len(whole) > len(defaults):
            unknown = next(name for name in values if name not in defaults)
            raise TypeError(f"{type(self).__name__} has no field called {unknown!r}")
        self.__dict__.update(whole)

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__qualname__}({values})"

    @classmethod
    def fields(cls) -> tuple[FieldSpec, ...]:
        """The declared fields in order."""
        return _specs_of(cls)

    @classmethod
    def defaults(cls) -> Fields:
        """Every field with its default, as it would be written."""
        return Fields({spec.name: spec.default for spec in cls.fields()})

    @classmethod
    def read(cls, values: Mapping[str, Value]) -> Self:
        """Make one from written values; absent ones take their default.

        Raises:
            Unreadable: A value is out of range or of the wrong type, or a key is unknown.
        """
        specs = {spec.name: spec for spec in cls.fields()}
        faults: list[BadField] = []
        parsed: dict[str, Any] = {}
        for name, value in values.items():
            if (spec := specs.get(name)) is None:
                faults.append(BadField(name, _unknown(cls, name, specs)))
                continue
            try:
                parsed[name] = spec.kind.parse(value)
            except Unfit as error:
                faults.append(BadField(name, _unfit(cls, spec, value, error)))
        if faults:
            raise Unreadable(tuple(faults))
        return cls(**parsed)

    def written(self) -> Fields:
        """Its fields as they are written to a file."""
        return Fields({spec.name: getattr(self, spec.name) for spec in self.fields()})

    def call(self) -> Call:
        """The constructor call of what the engine makes for it."""
        return Call(self.target, tuple(self.arguments().items()))

    def arguments(self) -> dict[str, Any]:
        """The constructor arguments that its fields fill."""
        return {
            spec.argument: getattr(self, spec.name)
            for spec in self.fields()
            if spec.argument is not None
        }


def _defaults_of(cls: type[Declared]) -> dict[str, Any]:
    """What each field is when nothing else is said, in the order of the fields."""
    cached = cls.__dict__.get("_field_defaults")
    if cached is None:
        cached = {item.name: item.default for item in dataclasses.fields(cast("Any", cls))}
        cls._field_defaults = cached  # type: ignore[attr-defined]
    return cast("dict[str, Any]", cached)


def _specs_of(cls: type[Declared]) -> tuple[FieldSpec, ...]:
    cached = cls.__dict__.get("_field_specs")
    if cached is None:
        items = {item.name: item for item in dataclasses.fields(cast("Any", cls))}
        cached = tuple(
            FieldSpec(
                name=name,
                kind=spec["kind"],
                default=freeze(items[name].default),
                label=spec["label"],
                help=spec["help"],
                argument=name if spec["argument"] == "" else spec["argument"],
                fact=spec["fact"],
                advanced=spec["advanced"],
                section=declaring.label,
            )
            for name, declaring in _declaring_classes(cls).items()
            if name in items and (spec := items[name].metadata.get(_SPEC)) is not None
        )
        cls._field_specs = cached  # type: ignore[attr-defined]
    return cast("tuple[FieldSpec, ...]", cached)


def _declaring_classes(cls: type[Declared]) -> dict[str, type[Declared]]:
    """The attributes in order - those of bases first, from left to right - and who began each."""
    found: dict[str, type[Declared]] = {}
    for base in cls.__bases__:
        if issubclass(base, Declared):
            for name, declaring in _declaring_classes(base).items():
                found.setdefault(name, declaring)
    for name in inspect.get_annotations(cls):
        found.setdefault(name, cls)
    return found


def _unknown(cls: type[Declared], name: str, known: Mapping[str, FieldSpec]) -> Message:
    if not known:
        return message(
            QT_TRANSLATE_NOOP("netstudio", "{type} has no settings, but {name} is set. Remove it."),
            type=cls.type,
            name=shorten(name),
        )
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio", "{type} has no setting called {name}. Remove it or use one of: {known}."
        ),
        type=cls.type,
        name=shorten(name),
        known=", ".join(known),
    )


def _unfit(cls: type[Declared], spec: FieldSpec, value: Value, error: Unfit) -> Message:
    return message(
        QT_TRANSLATE_NOOP("netstudio", "{type}: {name} is {value}, but it must be {wanted}."),
        type=cls.type,
        name=Message(spec.label),
        value=shorten(written(value)),
        wanted=error.wanted,
    )


D = TypeVar("D", bound=Declared)

# Of more names than these, only the nearest are told.
_MOST_LISTED = 8


class Registry(Generic[D]):
    """Declared classes of one sort, by the type name that files use.

    Attributes:
        noun: What people call one of them (marked text).
    """

    def __init__(self, noun: str) -> None:
        self.noun = noun
        self._types: dict[str, type[D]] = {}

    def register(self, cls: type[D]) -> type[D]:
        """Class decorator: make ``cls`` known under its ``type``.

        Raises:
            ValueError: The type name is taken, or a field is called like an entry of its own.
        """
        if taken := RESERVED & {item.name for item in dataclasses.fields(cast("Any", cls))}:
            names = ", ".join(sorted(taken))
            raise ValueError(f"{cls.__name__} must not have a field called {names}")
        if cls.type in self._types:
            raise ValueError(f"there are two {self.noun} types called {cls.type}")
        self._types[cls.type] = cls
        return cls

    def arrange(self, *type_names: str) -> None:
        """Put the named types first, in this order; the others keep theirs.

        Raises:
            KeyError: There is no such type.
        """
        named = {name: self._types[name] for name in type_names}
        self._types = {**named, **self._types}

    def get(self, type_name: str) -> type[D] | None:
        """The class called ``type_name``, or None."""
        return self._types.get(type_name)

    def __getitem__(self, type_name: str) -> type[D]:
        return self._types[type_name]

    def make(self, type_name: str, values: Mapping[str, Value]) -> D:
        """One of type ``type_name`` with these written values.

        Raises:
            Unreadable: The type is unknown or a value does not fit.
        """
        if (cls := self.get(type_name)) is None:
            raise Unreadable((BadField("type", self._unheard(type_name)),))
        return cls.read(values)

    def _unheard(self, type_name: str) -> Message:
        known = self.names()
        template = QT_TRANSLATE_NOOP(
            "netstudio", 'There is no {noun} called "{type}". Use one of: {known}.'
        )
        if len(known) > _MOST_LISTED:
            template = QT_TRANSLATE_NOOP(
                "netstudio", 'There is no {noun} called "{type}". The nearest names are: {known}.'
            )
            known = tuple(difflib.get_close_matches(type_name[:80], known, _MOST_LISTED, 0.0))
        return message(
            template, noun=Message(self.noun), type=shorten(type_name), known=", ".join(known)
        )

    def __iter__(self) -> Iterator[type[D]]:
        return iter(self._types.values())

    def __len__(self) -> int:
        return len(self._types)

    def names(self) -> tuple[str, ...]:
        """All type names, in the order in which they are listed."""
        return tuple(self._types)
