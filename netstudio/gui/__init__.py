"""The window; the only importers of Qt.

Where to look: ``application`` starts the program, ``main_window`` puts it together. Each room has a
folder of its own and knows no other: ``data``, ``palette``, ``stack`` (the network as cards),
``inspector``, ``training``, ``plots``, ``activity`` (problems, log, runs), ``evaluate``, ``use``,
``files``; ``frame`` is what stands around them. ``forms`` are made from declared fields and
``theme`` from two files of colours and rules.

Whatever takes longer than a blink runs in a ``Lane`` (``background``) and comes back by signals;
training has a thread of its own (``run_controller``). What everybody listens to: the document
(``netstudio.core.document``), its analysis (``analysis``) and the trained model
(``current_model``). The contracts in ``pyproject.toml`` say who may import whom.
"""
