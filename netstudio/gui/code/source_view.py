"""The network's code, which follows the stack and can be edited."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netstudio.core.document import Change, Document
from netstudio.core.problems import Severity
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane, Task
from netstudio.gui.buttons import small_button
from netstudio.gui.code.code_edit import CodeEdit
from netstudio.gui.code.notice import Notice
from netstudio.gui.code.reading import CodeReader
from netstudio.gui.code.remark_list import RemarkList, marks_of
from netstudio.gui.derived import Derived
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.save_text import TextKind, TextSaver
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis
    from netstudio.engine.network.source import Applied, Reading, Remark, Source


class SourceView(QWidget):
    """Shows the stack as PyTorch code; edited code goes back to the stack as one edit.

    Signals:
        layer_chosen: The uid of the layer whose line was clicked.
        copied: Code was put on the clipboard.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    layer_chosen = Signal(str)
    copied = Signal()
    failed = Signal(object, str)

    def __init__(
        self, document: Document, analyser: Analyser, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sourceView")
        self._document = document
        self._analyser = analyser
        self._lane = lane
        self._selected: tuple[str, ...] = ()
        self._is_editing = False
        self._unedited = ""
        self._shown: Source | None = None
        self._applying: Task | None = None
        self._applied_to: tuple[Project, str] | None = None
        self._source: Derived[Source] = Derived(document, analyser, lane, _print, self)
        self._reader = CodeReader(lane, self)
        self._saver = TextSaver(lane, self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._show_mode()

    @property
    def text(self) -> str:
        """The code that is shown."""
        return self._code.toPlainText()

    @property
    def is_editing(self) -> bool:
        """Whether the user edits the code, so that it does not follow the stack."""
        return self._is_editing

    @property
    def has_changes(self) -> bool:
        """Whether the user has changed code that is not applied yet."""
        return self._is_editing and self.text != self._unedited

    def show_selected(self, uids: tuple[str, ...]) -> None:
        """Put a light behind the lines of these layers, and scroll to them."""
        self._selected = uids
        self._show_light(scroll=True)

    def take_over(self, before: SourceView) -> None:
        """Go on with what is edited in another view."""
        if before.is_editing:
            self._code.show_code(before.text)
            self.edit()
            self._unedited = before._unedited

    def copy(self) -> None:
        """Put all of the code on the clipboard."""
        self._put_on_clipboard(self.text)

    def copy_layers(self, uids: tuple[str, ...]) -> None:
        """Put the code of these layers on the clipboard; of the whole network where there are none.

        The network is printed anew, because the view may not be shown.
        """
        project, analysis = self._document.project, self._analyser.current
        if analysis is not None:
            task = self._lane.start(lambda: lines_of(_print(project, analysis), uids))
            task.succeeded.connect(self._put_on_clipboard)
            task.failed.connect(self.failed)

    def edit(self) -> None:
        """Let the user edit the code; it no longer follows the stack."""
        self._is_editing = True
        self._unedited = self.text
        self._show_mode()
        self._code.setFocus()

    def discard(self) -> None:
        """Give up what was edited, and show the stack's code."""
        self._leave_editing()
        if (source := self._source.current) is not None:
            self._show_source(source)

    def apply(self) -> None:
        """Read what was edited, and put it into the stack as one edit if all of it can be read."""
        if not self._is_editing or self._applying is not None:
            return
        self._reader.stop()
        project, text = self._applied_to = self._document.project, self.text
        self._applying = self._lane.start(lambda: _apply(project, text))
        self._applying.succeeded.connect(self._take_applied)
        self._applying.failed.connect(self.failed)
        self._applying.ended.connect(self._end_applying)
        self._apply.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._source.set_wanted(True)
        if (source := self._source.current) is not None:
            self._show_source(source)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._source.set_wanted(False)

    def _make_widgets(self) -> None:
        self._about = ElidedLabel()
        self._about.setProperty("role", "faint")
        self._code = CodeEdit(translate("netstudio", "PyTorch code of the network"))
        self._code.setObjectName("sourceText")
        self._code.setPlaceholderText(
            translate("netstudio", "The code appears here when the engine is loaded.")
        )
        self._remarks = RemarkList()
        self._notice = Notice(
            translate("netstudio", "The stack has changed meanwhile; your text would replace it."),
            translate("netstudio", "Show the stack's code"),
            translate("netstudio", "Keep my text"),
        )
        self._copy = small_button(translate("netstudio", "Copy"), "sourceCopy")
        self._copy.setToolTip(translate("netstudio", "Copy all of the code"))
        self._save = small_button(translate("netstudio", "Save…"), "sourceSave")
        self._save.setToolTip(translate("netstudio", "Save the code as a Python file"))
        self._edit = small_button(translate("netstudio", "Edit"), "sourceEdit")
        self._edit.setToolTip(translate("netstudio", "Change the network by changing its code"))
        self._discard = small_button(translate("netstudio", "Discard"), "sourceDiscard")
        self._discard.setToolTip(translate("netstudio", "Give up these changes of the code"))
        self._apply = small_button(translate("netstudio", "Apply"), "sourceApply")
        self._apply.setProperty("strong", True)
        self._apply.setToolTip(translate("netstudio", "Change the stack accordingly (Ctrl+Return)"))

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(metrics.PANEL_PADDING, 6, 10, 6)
        header.setSpacing(6)
        header.addWidget(self._about, 1)
        for button in (self._copy, self._save, self._edit, self._discard, self._apply):
            header.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._notice)
        column.addWidget(self._code, 1)
        column.addWidget(self._remarks)
        self.setFocusProxy(self._code)

    def _connect(self) -> None:
        self._source.signals.made.connect(self._take_source)
        self._source.signals.failed.connect(self.failed)
        self._reader.read.connect(self._take_reading)
        self._reader.failed.connect(self.failed)
        self._code.line_chosen.connect(self._choose_layer)
        self._code.textChanged.connect(self._take_typing)
        self._remarks.line_chosen.connect(self._code.go_to)
        self._notice.first_chosen.connect(self.discard)
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self._ask_where)
        self._edit.clicked.connect(self.edit)
        self._discard.clicked.connect(self.discard)
        self._apply.clicked.connect(self.apply)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.apply)
        self.destroyed.connect(self._document.connect(self._document_changed))

    def _show_mode(self) -> None:
        self._code.set_editable(self._is_editing)
        self._code.setCursorWidth(1 if self._is_editing else 0)
        for button in (self._discard, self._apply):
            button.setVisible(self._is_editing)
        self._edit.setVisible(not self._is_editing)
        self._apply.setEnabled(self._applying is None)
        self._show_head()
        self._show_light(scroll=False)

    def _show_head(self) -> None:
        for button in (self._copy, self._save, self._edit):
            button.setEnabled(bool(self.text))  # there is none before the engine is loaded
        if self._is_editing:
            self._about.show_text(translate("netstudio", "You are editing the code"))
        elif self._shown is not None:
            text = translate("netstudio", "class {name}, {lines} lines")
            lines = self._shown.text.count("\n")
            self._about.show_text(text.format(name=self._shown.class_name, lines=lines))
        else:
            self._about.show_text("")

    def _show_source(self, source: Source) -> None:
        if self._is_editing:
            return
        is_first = not self.text
        self._shown = source
        self._code.show_code(source.text)
        self._show_head()
        if is_first:  # the network's class may stand far below those that it is made of
            lines = source.text.splitlines()
            start = lines.index(f"class {source.class_name}(nn.Module):") + 1
            self._code.scroll_to(range(start, len(lines) + 1))
        self._show_light(scroll=is_first)

    def _spans(self) -> Mapping[str, range]:
        """The lines of each layer; none while the code is not the stack's."""
        return self._shown.lines if self._shown is not None and not self._is_editing else {}

    def _show_light(self, scroll: bool) -> None:
        spans = self._spans()
        lit = [spans[uid] for uid in self._selected if uid in spans]
        self._code.light(line for span in lit for line in span)
        if scroll and lit and self._code.line not in lit[0]:
            self._code.scroll_to(lit[0])

    def _show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        self._remarks.show_remarks(remarks)
        self._code.mark(marks_of(remarks))

    def _leave_editing(self) -> None:
        self._reader.stop()
        if self._applying is not None:
            self._applying.cancel()
            self._applying = None
        self._is_editing = False
        self._notice.hide()
        self._show_remarks(())
        self._show_mode()

    def _take_source(self, source: Source) -> None:
        self._show_source(source)

    def _take_typing(self) -> None:
        if self._is_editing:
            self._reader.read_soon(self.text)

    def _take_reading(self, reading: Reading) -> None:
        if self._is_editing:
            self._show_remarks(reading.remarks)

    def _take_applied(self, applied: Applied) -> None:
        self._applying = None
        if self._applied_to != (self._document.project, self.text):
            self.apply()  # the stack or the text has changed while the text was read
        elif applied.is_refused:
            self._show_remarks(applied.remarks)
            self._code.go_to(next(each.line for each in applied.remarks if _is_error(each)))
        else:
            self._leave_editing()
            self._document.edit(translate("netstudio", "Edit source"), lambda _: applied.project)
            self._shown = None
            self._show_light(scroll=False)
            if (source := self._source.current) is not None:
                self._show_source(source)  # nothing was changed

    def _end_applying(self) -> None:
        if self.sender() is self._applying:
            self._applying = None
        self._apply.setEnabled(self._applying is None)

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def _choose_layer(self, line: int) -> None:
        holding = {uid: span for uid, span in self._spans().items() if line in span}
        if holding:
            self.layer_chosen.emit(min(holding, key=lambda uid: len(holding[uid])))

    def _document_changed(self, change: Change) -> None:
        if self._is_editing and change.before.network != change.after.network:
            self._notice.show()

    def _ask_where(self) -> None:
        name = self._shown.class_name.lower() if self._shown is not None else "network"
        title = translate("netstudio", "Save the code")
        self._saver.ask(title, f"{name}.py", self.text, TextKind.PYTHON)


def _print(project: Project, analysis: Analysis) -> Source:
    from netstudio.engine.network.source import print_source

    return print_source(analysis, project)


def _apply(project: Project, text: str) -> Applied:
    from netstudio.engine.network.source import apply_source

    return apply_source(project, text)


def lines_of(source: Source, uids: tuple[str, ...]) -> str:
    """The lines of these layers without their indent; all of the code where there are none."""
    numbers = sorted({line for uid in uids for line in source.lines.get(uid, ())})
    if not numbers:
        return source.text
    lines = source.text.splitlines()
    return dedent("\n".join(lines[number - 1] for number in numbers)) + "\n"


def _is_error(remark: Remark) -> bool:
    return remark.severity is Severity.ERROR
