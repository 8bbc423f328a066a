"""The menu behind the button at the top left: everything there is, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from netstudio.gui.frame.actions import Actions
from netstudio.gui.language import OWN_NAMES, LanguageChoice
from netstudio.gui.stack.actions import StackActions
from netstudio.gui.stack.card_menu import wrap_menu
from netstudio.gui.texts import translate
from netstudio.gui.theme.appearance import ThemeChoice
from netstudio.gui.theme.icons import icon

C = TypeVar("C")


def main_menu(
    parent: QWidget,
    actions: Actions,
    layers: StackActions,
    panels: Iterable[QAction],
    theme: ThemeChoice,
    choose_theme: Callable[[ThemeChoice], object],
    language: LanguageChoice,
    choose_language: Callable[[LanguageChoice], object],
) -> QMenu:
    """Everything the user can do.

    Args:
        parent: The window.
        actions: Its actions.
        layers: The actions on the selected layers.
        panels: An action for each panel that shows or hides it.
        theme: The theme that is wanted now.
        choose_theme: Called with the theme that the user wants.
        language: The language that is wanted now.
        choose_language: Called with the language that the user wants.
    """
    menu = QMenu(parent)
    menu.addActions([actions.new, actions.open, actions.open_model])
    menu.addActions([actions.import_code, actions.paste_code])
    menu.addSeparator()
    menu.addActions([actions.save, actions.save_as, actions.save_model])
    menu.addSeparator()
    edit = menu.addMenu(translate("netstudio", "Edit"))
    edit.addActions([actions.undo, actions.redo])
    edit.addSeparator()
    edit.addActions([layers.cut, layers.copy, layers.paste, layers.duplicate, layers.delete])
    edit.addAction(layers.select_all)
    edit.addSeparator()
    edit.addActions([layers.move_up, layers.move_down, layers.switch])
    edit.addActions([layers.rename, layers.annotate, layers.change_type])
    edit.addMenu(wrap_menu(edit, layers))
    edit.addActions([layers.unwrap, layers.save_block])
    edit.addSeparator()
    edit.addAction(actions.copy_code)
    edit.addActions([actions.find, actions.find_layer, actions.commands])
    run = menu.addMenu(translate("netstudio", "Training"))
    run.addActions([actions.train, actions.train_longer])
    run.addSeparator()
    run.addActions([actions.pause, actions.stop, actions.stop_after_epoch])
    view = menu.addMenu(translate("netstudio", "View"))
    view.addActions(list(actions.pages.values()))
    view.addSeparator()
    view.addActions([*actions.views.values(), actions.beside])
    view.addSeparator()
    view.addMenu(_theme_menu(view, theme, choose_theme))
    view.addMenu(_language_menu(view, language, choose_language))
    view.addSeparator()
    view.addActions(list(panels))
    view.addAction(actions.reset_panels)
    menu.addSeparator()
    menu.addActions([actions.keys, actions.about, actions.quit])
    return menu


def _theme_menu(
    parent: QMenu, current: ThemeChoice, choose: Callable[[ThemeChoice], object]
) -> QMenu:
    texts = {
        ThemeChoice.SYSTEM: translate("netstudio", "Like the system"),
        ThemeChoice.LIGHT: translate("netstudio", "Light"),
        ThemeChoice.DARK: translate("netstudio", "Dark"),
    }
    return _choice_menu(parent, translate("netstudio", "Theme"), texts, current, choose)


def _language_menu(
    parent: QMenu, current: LanguageChoice, choose: Callable[[LanguageChoice], object]
) -> QMenu:
    texts = {LanguageChoice.SYSTEM: translate("netstudio", "Like the system"), **OWN_NAMES}
    menu = _choice_menu(parent, translate("netstudio", "Language"), texts, current, choose)
    menu.setIcon(icon("translate"))  # for whoever cannot read the word
    return menu


def _choice_menu(
    parent: QMenu, title: str, texts: Mapping[C, str], current: C, choose: Callable[[C], object]
) -> QMenu:
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for choice, text in texts.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(choice is current)
        action.triggered.connect(lambda _, choice=choice: choose(choice))
        group.addAction(action)
    return menu
