"""What a trained model is given by people, and what it answers.

Each kind of content has one ``InputView`` (``contract``), made known in ``registry``: the Use page
shows it in place of the drawing pad. Each kind of prediction is put into words and pictures by
``answers``. How a whole part is evaluated is declared in ``gui.evaluate.assessment``, by aim.
"""
