"""The views in which the network is understood, and how they speak with the stack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from netstudio.gui.analysis_table.view import AnalysisView
from netstudio.gui.backstage import Backstage
from netstudio.gui.code.source_view import SourceView
from netstudio.gui.explain.view import ExplainView
from netstudio.gui.frame.network_views import STACK, NetworkViews, View
from netstudio.gui.insight.view import InsightView
from netstudio.gui.messages import ask
from netstudio.gui.stack.view import StackView
from netstudio.gui.texts import translate

SOURCE = "source"


class Understanding(QObject):
    """Makes the views beside the stack and keeps one selection for all of them.

    Attributes:
        views: All views, of which one is shown.
        source: The network as code.

    Signals:
        said: What was done, in a sentence.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    said = Signal(str)
    failed = Signal(object, str)

    def __init__(self, backstage: Backstage, stack: StackView, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        document, analyser, lane = backstage.document, backstage.analyser, backstage.lanes.text
        self.source = SourceView(document, analyser, lane)
        analysis = AnalysisView(document, analyser, lane)
        explanation = ExplainView(document, analyser, lane)
        insight = InsightView(backstage.run_controller)
        self.views = NetworkViews(
            {
                STACK: View(
                    translate("netstudio", "Stack"),
                    translate("netstudio", "The network as a stack of cards (Ctrl+1)"),
                    stack,
                ),
                SOURCE: View(
                    translate("netstudio", "Source"),
                    translate("netstudio", "The network as PyTorch code (Ctrl+2)"),
                    self.source,
                ),
                "analysis": View(
                    translate("netstudio", "Analysis"),
                    translate("netstudio", "What each layer costs (Ctrl+3)"),
                    analysis,
                ),
                "explanation": View(
                    translate("netstudio", "Explain"),
                    translate("netstudio", "What the network does, in plain words (Ctrl+4)"),
                    explanation,
                ),
                "insight": View(
                    translate("netstudio", "Insight"),
                    translate("netstudio", "What happens in each layer while it learns (Ctrl+5)"),
                    insight,
                ),
            }
        )
        for view in (self.source, analysis, explanation, insight):
            stack.selection_changed.connect(view.show_selected)
            view.layer_chosen.connect(stack.reveal)
        for failing in (self.source, explanation):
            failing.failed.connect(self.failed)

        self.source.copied.connect(self._tell_copied)

    def copy_code(self) -> None:
        """Put the code of the selected layers on the clipboard, or that of the whole network."""
        self.source.copy_layers(self._stack.selected)

    def take_over(self, before: Understanding) -> None:
        """Show what was shown before, in another language."""
        self.source.take_over(before.source)
        self.views.restore(before.views.state())

    def is_settled(self, go_on: Callable[[], object]) -> bool:
        """Whether no edited code would be lost; where some would, ask, and go on when it may."""
        if not self.source.has_changes:
            return True

        def give_up() -> None:
            self.source.discard()
            go_on()

        self.views.show_view(SOURCE)
        ask(
            self.views.window(),
            "editedCodeBox",
            translate("netstudio", "Close without applying the edited code?"),
            translate("netstudio", "Your changes of the code are lost then."),
            translate("netstudio", "Close"),
            give_up,
        )
        return False

    def _tell_copied(self) -> None:
        self.said.emit(translate("netstudio", "The code is on the clipboard."))
