"""Everything that the user can do from a menu, the top bar or a shortcut."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon
from netstudio.gui.tool_tips import with_keys

Shortcut = QKeySequence.StandardKey | str | None


class Actions:
    """The window's actions; whoever shows them decides where, the window what they do."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        keys = QKeySequence.StandardKey
        self.new = self._make("new", translate("netstudio", "New"), "file-plus", keys.New)
        self.open = self._make("open", translate("netstudio", "Open…"), "folder-open", keys.Open)
        self.save = self._make("save", translate("netstudio", "Save"), "floppy-disk", keys.Save)
        self.save_as = self._make(
            "saveAs", translate("netstudio", "Save as…"), None, "Ctrl+Shift+S"
        )
        self.open_model = self._make(
            "openModel", translate("netstudio", "Open trained model…"), "brain", "Ctrl+Shift+O"
        )
        self.save_model = self._make(
            "saveModel", translate("netstudio", "Save trained model…"), "export", "Ctrl+Shift+M"
        )
        self.quit = self._make("quit", translate("netstudio", "Quit"), "sign-out", "Ctrl+Q")
        self.undo = self._make(
            "undo", translate("netstudio", "Undo"), "arrow-counter-clockwise", keys.Undo
        )
        self.redo = self._make(
            "redo", translate("netstudio", "Redo"), "arrow-clockwise", "Ctrl+Shift+Z"
        )
        self.find = self._make(
            "find", translate("netstudio", "Find in the stack…"), "magnifying-glass", "Ctrl+F"
        )
        self.find_layer = self._make(
            "findLayer",
            translate("netstudio", "Search layers to add"),
            "plus-circle",
            "Ctrl+Shift+F",
        )
        self.commands = self._make(
            "commands", translate("netstudio", "Command palette…"), "command", "Ctrl+K"
        )
        self.commands.setShortcuts([QKeySequence("Ctrl+K"), QKeySequence("Ctrl+Shift+P")])
        self.keys = self._make(
            "keys", translate("netstudio", "Keyboard shortcuts"), "keyboard", keys.HelpContents
        )
        self.train = self._make("train", translate("netstudio", "Train"), "play-fill", "F5")
        self.pause = self._make("pause", translate("netstudio", "Pause"), "pause-fill", "F6")
        self.stop = self._make("stop", translate("netstudio", "Stop"), "stop-fill", "Shift+F5")
        self.stop_after_epoch = self._make(
            "stopAfterEpoch",
            translate("netstudio", "Stop after this epoch"),
            None,
            "Ctrl+Shift+F5",
        )
        self.train_longer = self._make(
            "trainLonger", translate("netstudio", "Train longer…"), "plus-circle", "Ctrl+F5"
        )
        self.pages = {
            name: self._make(f"{name}Page", text, None, f"Alt+{number}")
            for number, (name, text) in enumerate(_pages(), 1)
        }
        self.views = {
            name: self._make(f"{name}View", text, glyph, f"Ctrl+{number}")
            for number, (name, text, glyph) in enumerate(_views(), 1)
        }
        self.beside = self._make(
            "beside", translate("netstudio", "Stack beside the other view"), "columns", "Ctrl+6"
        )
        self.beside.setCheckable(True)
        self.import_code = self._make(
            "importCode", translate("netstudio", "Import code…"), "file-text", "Ctrl+I"
        )
        self.paste_code = self._make(
            "pasteCode", translate("netstudio", "Paste code…"), "clipboard-text", "Ctrl+Shift+V"
        )
        self.copy_code = self._make(
            "copyCode", translate("netstudio", "Copy as PyTorch code"), "code", "Ctrl+Shift+C"
        )
        self.reset_panels = self._make(
            "resetPanels", translate("netstudio", "Put the panels back"), "squares-four"
        )
        self.about = self._make("about", translate("netstudio", "About netstudio"), "info")

    def _make(
        self, name: str, text: str, glyph: str | None = None, shortcut: Shortcut = None
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"{name}Action")
        if glyph is not None:
            action.setIcon(icon(glyph))
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
            action.setToolTip(with_keys(text, action.shortcut()))
        self._window.addAction(action)
        return action


def _pages() -> tuple[tuple[str, str], ...]:
    """The name and the title of each page of the window."""
    return (
        ("design", translate("netstudio", "Design page")),
        ("data", translate("netstudio", "Data page")),
        ("evaluate", translate("netstudio", "Evaluate page")),
        ("use", translate("netstudio", "Use page")),
        ("runs", translate("netstudio", "Runs page")),
    )


def _views() -> tuple[tuple[str, str, str], ...]:
    """The name, the title and the icon of each view of the network."""
    return (
        ("stack", translate("netstudio", "Stack"), "stack"),
        ("source", translate("netstudio", "Source code"), "code"),
        ("analysis", translate("netstudio", "Analysis"), "table"),
        ("explanation", translate("netstudio", "Explain this network"), "article"),
        ("insight", translate("netstudio", "Insight into the layers"), "heartbeat"),
    )
