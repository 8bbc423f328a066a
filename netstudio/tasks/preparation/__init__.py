"""How samples become the network's input: one file of options for each kind of content."""

from netstudio.tasks.preparation.preparation import PreparationDef

__all__ = ["PreparationDef"]
