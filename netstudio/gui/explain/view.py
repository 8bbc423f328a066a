"""What the network does, in plain words that follow the stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QShowEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.buttons import small_button
from netstudio.gui.derived import Derived
from netstudio.gui.explain.writing import SCHEME, Page, page_of, style_sheet
from netstudio.gui.save_text import TextKind, TextSaver
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours, shades

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

# Above the paragraph that is scrolled to.
_AIR = 12


class ExplainView(QWidget):
    """Explains the network layer by layer; the name of a layer selects its card.

    Signals:
        layer_chosen: The uid of the layer whose name was clicked.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    layer_chosen = Signal(str)
    failed = Signal(object, str)

    def __init__(
        self, document: Document, analyser: Analyser, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown: Page | None = None
        self._selected: tuple[str, ...] = ()
        self._explanation: Derived[Page] = Derived(document, analyser, lane, _explain, self)
        self._saver = TextSaver(lane, self)
        self._page = QTextBrowser()
        self._lay_out()
        self._explanation.signals.made.connect(self._take)
        self._explanation.signals.failed.connect(self.failed)
        self._page.anchorClicked.connect(self._follow)

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return self._page.toPlainText()

    def show_selected(self, uids: tuple[str, ...]) -> None:
        """Mark the paragraphs of these layers, and scroll to the first."""
        self._selected = uids
        self._scroll_to_first(self._mark_selected())

    def copy(self) -> None:
        """Put the explanation on the clipboard as Markdown."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.markdown)

    def save(self) -> None:
        """Ask where to save the explanation."""
        if self._shown is not None:
            title = translate("netstudio", "Save the explanation")
            self._saver.ask(title, "explanation.md", self._shown.markdown, TextKind.MARKDOWN)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._explanation.set_wanted(True)
        if (page := self._explanation.current) is not None:
            self._take(page)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._explanation.set_wanted(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _lay_out(self) -> None:
        self._page.setObjectName("explainView")
        self._page.setAccessibleName(translate("netstudio", "Explanation of the network"))
        self._page.setProperty("role", "reading")
        self._page.setOpenLinks(False)
        self._page.setCursorWidth(0)
        self._page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._page.document().setDocumentMargin(metrics.PANEL_PADDING)
        self._page.setPlaceholderText(
            translate("netstudio", "The explanation appears here when the engine is loaded.")
        )
        flags = Qt.TextInteractionFlag.TextBrowserInteraction
        self._page.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        copy = small_button(translate("netstudio", "Copy"), "explainCopy")
        copy.setToolTip(translate("netstudio", "Copy the explanation as Markdown"))
        copy.clicked.connect(self.copy)
        save = small_button(translate("netstudio", "Save…"), "explainSave")
        save.setToolTip(translate("netstudio", "Save the explanation as Markdown"))
        save.clicked.connect(self.save)
        header = QHBoxLayout()
        header.setContentsMargins(metrics.PANEL_PADDING, 6, 10, 6)
        header.setSpacing(6)
        header.addStretch(1)
        header.addWidget(copy)
        header.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._page, 1)
        self.setFocusProxy(self._page)

    def _take(self, page: Page) -> None:
        if page != self._shown:
            self._shown = page
            self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        bar = self._page.verticalScrollBar()
        scrolled, is_first = bar.value(), self._page.document().isEmpty()
        self._page.document().setDefaultStyleSheet(style_sheet(colours()))
        self._page.setHtml(self._shown.html)
        bar.setValue(scrolled)
        marks = self._mark_selected()
        if is_first:
            self._scroll_to_first(marks)

    def _mark_selected(self) -> list[QTextEdit.ExtraSelection]:
        """Put a light behind the names of the selected layers."""
        worn = colours()
        marks = []
        for uid in self._selected:
            if self._shown is not None and uid in self._shown.paragraphs:
                mark = QTextEdit.ExtraSelection()
                mark.format.setBackground(QColor(shades(worn)["lit_back"]))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                block = self._page.document().findBlockByNumber(self._shown.paragraphs[uid])
                mark.cursor = QTextCursor(block)
                marks.append(mark)
        self._page.setExtraSelections(marks)
        return marks

    def _scroll_to_first(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        if marks and self.isVisible():
            top = self._page.cursorRect(marks[0].cursor).top()
            bar = self._page.verticalScrollBar()
            if not 0 <= top < self._page.viewport().height() - _AIR:
                bar.setValue(bar.value() + top - _AIR)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == SCHEME:
            self.layer_chosen.emit(link.path())


def _explain(project: Project, analysis: Analysis) -> Page:
    from netstudio.engine.network.explain import explain

    return page_of(explain(project, analysis))
