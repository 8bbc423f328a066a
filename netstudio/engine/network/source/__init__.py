"""The stack as PyTorch code, and PyTorch or Keras code as a stack.

``print_source(analysis, project)`` gives the complete, exact code with the lines of every node.
``read_source(text)`` follows code, without ever running it, and gives a network with remarks.
``apply_source(project, text)`` puts edited code into a project as one edit, or says why not;
a reading that is at hand already goes in with ``apply_reading(project, reading)``.
"""

from netstudio.engine.network.source.applying import Applied, apply_reading, apply_source
from netstudio.engine.network.source.new_project import project_from_reading
from netstudio.engine.network.source.printer import Source, print_source
from netstudio.engine.network.source.reader import Reading, read_source
from netstudio.engine.network.source.remarks import Remark
from netstudio.engine.network.source.training import TrainingPatch

__all__ = [
    "Applied",
    "Reading",
    "Remark",
    "Source",
    "TrainingPatch",
    "apply_reading",
    "apply_source",
    "print_source",
    "project_from_reading",
    "read_source",
]
