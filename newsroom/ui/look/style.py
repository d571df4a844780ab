"""The one style sheet of the application, made from tokens.

Fonts are not set here but on the widgets, by type role: a font in a style sheet would override
them and could not carry tabular numbers.
"""

from __future__ import annotations

from newsroom.ui.look.scale import tall
from newsroom.ui.look.tokens import CARD_RADIUS, FILTER, PILL_RADIUS, RADIUS, Palette


def style_sheet(p: Palette) -> str:
    """Write the style sheet of a palette."""
    parts = [_surfaces, _texts, _buttons, _choices, _fields, _menus, _scrolling]
    if p.contrast:
        parts.append(_outlines)
    return "\n".join(part(p) for part in parts)


def _surfaces(p: Palette) -> str:
    return f"""
*[surface="chrome"] {{ background: {p.chrome}; }}
*[surface="pane"] {{ background: {p.pane}; }}
*[surface="paper"] {{ background: {p.paper}; }}
*[surface="desk"] {{ background: {p.desk}; }}
*[surface="card"] {{ background: {p.pane}; border: 1px solid {p.line};
    border-radius: {CARD_RADIUS}px; }}
*[surface="sheet"] {{ background: {p.paper}; border: 1px solid {p.control_line};
    border-radius: {CARD_RADIUS}px; }}
*[surface="well"] {{ background: {p.hover}; border-radius: {RADIUS}px; }}
*[surface="line"] {{ background: {p.line}; }}
*[surface="stale"] {{ background: {p.amber_tint}; border: 1px solid {p.amber_mark};
    border-radius: {CARD_RADIUS}px; }}
*[surface="done"] {{ background: {p.green_tint}; border: 1px solid {p.green};
    border-radius: {CARD_RADIUS}px; }}
*[edge="bottom"] {{ border: none; border-bottom: 1px solid {p.line}; }}
*[edge="top"] {{ border: none; border-top: 1px solid {p.line}; }}
*[edge="left"] {{ border: none; border-left: 1px solid {p.line}; }}
*[edge="right"] {{ border: none; border-right: 1px solid {p.line}; }}
QFrame[rule="true"] {{ background: {p.line}; border: none; }}
QFrame[notice="warning"] {{ background: {p.amber_tint}; border: none;
    border-bottom: 1px solid {p.amber_mark}; }}
QFrame[notice="calm"] {{ background: {p.selected}; border: none;
    border-bottom: 1px solid {p.accent}; }}
QFrame[popup="true"] {{ background: {p.paper}; border: 1px solid {p.control_line};
    border-radius: {CARD_RADIUS}px; }}
QDialog, QMainWindow {{ background: {p.chrome}; }}
QSplitter::handle {{ background: {p.line}; }}
QToolTip {{ background: {p.paper}; color: {p.ink}; border: 1px solid {p.control_line};
    padding: 4px 8px; }}
"""


def _texts(p: Palette) -> str:
    inks = {
        "ink": p.ink,
        "ink_2": p.ink_2,
        "ink_3": p.ink_3,
        "accent": p.accent,
        "red": p.red,
        "amber": p.amber,
        "green": p.green,
    }
    rules = (f'*[ink="{name}"] {{ color: {value}; }}' for name, value in inks.items())
    return "\n".join(rules)


def _buttons(p: Palette) -> str:
    """Dress buttons; the window draws one ring around what has the keyboard, dialogs have none."""
    return f"""
QPushButton {{ border: 1px solid {p.control_line}; border-radius: {RADIUS}px;
    background: {p.paper}; color: {p.ink}; padding: 0 12px; }}
QPushButton, QToolButton, QCheckBox, QRadioButton {{ outline: none; }}
QDialog QPushButton:focus, QDialog QToolButton:focus, QDialog QCheckBox:focus,
QDialog QRadioButton:focus {{ outline: 1px solid {p.accent}; outline-radius: {RADIUS}px; }}
QPushButton:hover {{ background: {p.hover}; }}
QPushButton:pressed {{ background: {p.selected}; }}
QPushButton:disabled {{ color: {p.ink_3}; background: transparent; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="primary"] {{ background: {p.accent_fill}; color: {p.on_accent};
    border: 1px solid {p.accent_fill}; padding: 0 16px; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
    background: {p.accent_hover}; border-color: {p.accent_hover}; }}
QPushButton[kind="primary"]:disabled {{ background: {p.hover}; color: {p.ink_3};
    border-color: {p.control_line}; }}
QPushButton[kind="quiet"] {{ border: none; background: transparent; color: {p.ink_2}; }}
QPushButton[kind="quiet"]:hover {{ background: {p.hover}; }}
QPushButton[kind="link"] {{ border: none; background: transparent; color: {p.accent};
    padding: 0 4px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="seek"] {{ background: {p.paper}; color: {p.ink_3}; text-align: left;
    padding: 0 10px; border: 1px solid {p.control_line}; }}
QPushButton[kind="seek"]:hover {{ border-color: {p.field_line}; }}
QToolButton {{ border: none; border-radius: {RADIUS}px; background: transparent;
    color: {p.ink_2}; }}
QToolButton:hover {{ background: {p.hover}; }}
QToolButton:checked {{ background: {p.selected}; }}
"""


def _choices(p: Palette) -> str:
    return f"""
QPushButton[opens="true"] {{ text-align: left; padding: 0 8px; }}
QPushButton[kind="words"] {{ border: none; background: transparent; color: {p.ink_2};
    padding: 0 4px; }}
QPushButton[kind="words"]:hover {{ background: {p.hover}; }}
QPushButton[heads="true"] {{ padding: 0 4px 0 0; text-align: left; }}
QPushButton[kind="chip"] {{ background: transparent; color: {p.ink_2};
    border: 1px solid {p.control_line}; padding: 0 8px; }}
QPushButton[kind="chip"]:hover {{ background: {p.hover}; }}
QPushButton[kind="chip"]:checked {{ background: {p.selected}; color: {p.accent};
    border-color: {p.selected}; }}
QPushButton[kind="filter"] {{ background: transparent; color: {p.ink_2}; border: none;
    padding: 0 8px; min-height: {tall(FILTER)}px; }}
QPushButton[kind="filter"]:hover {{ background: {p.hover}; }}
QPushButton[kind="filter"]:checked {{ background: {p.selected}; color: {p.accent};
    font-weight: 600; }}
QFrame[segments="true"] {{ background: {p.paper}; border: 1px solid {p.control_line};
    border-radius: {RADIUS}px; }}
QPushButton[kind="segment"] {{ background: transparent; color: {p.ink_2}; border: none;
    border-radius: 4px; padding: 0 8px; }}
QPushButton[kind="segment"]:hover {{ background: {p.hover}; }}
QPushButton[kind="segment"]:checked {{ background: {p.selected}; color: {p.accent};
    font-weight: 600; }}
QPushButton[kind="tab"] {{ background: transparent; color: {p.ink_2}; border: none;
    border-radius: 0; border-bottom: 2px solid transparent; border-top: 2px solid transparent;
    padding: 0 2px; }}
QPushButton[kind="tab"]:hover {{ color: {p.ink}; }}
QPushButton[kind="tab"]:checked {{ color: {p.ink}; border-bottom-color: {p.accent};
    font-weight: 600; }}
QListView {{ background: transparent; border: none; }}
QProgressBar {{ background: {p.hover}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {p.accent_fill}; border-radius: 4px; }}
"""


def _fields(p: Palette) -> str:
    return f"""
QLineEdit, QDateTimeEdit, QPlainTextEdit, QTextEdit {{ background: {p.paper}; color: {p.ink};
    border: 1px solid {p.field_line}; border-radius: {RADIUS}px; padding: 0 8px;
    placeholder-text-color: {p.ink_3};
    selection-background-color: {p.accent_fill}; selection-color: {p.on_accent}; }}
QPlainTextEdit, QTextEdit {{ padding: 4px; }}
QLineEdit:focus, QDateTimeEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border-color: {p.accent}; }}
*[bare="true"], *[bare="true"]:focus {{ background: transparent; border: none; padding: 0;
    border-radius: 0; }}
*[bare="true"]:hover {{ background: {p.hover if p.dark else p.pane}; }}
*[bare="true"]:focus:hover {{ background: transparent; }}
QAbstractScrollArea[bare="true"], QAbstractScrollArea[bare="true"]:hover {{
    background: transparent; }}
QLineEdit[ink="ink_2"] {{ color: {p.ink_2}; }}
"""


def _menus(p: Palette) -> str:
    return f"""
QMenu {{ background: {p.paper}; color: {p.ink}; border: 1px solid {p.control_line};
    padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {p.selected}; color: {p.ink}; }}
QMenu::item:disabled {{ color: {p.ink_3}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 8px; }}
QLabel[key="true"] {{ border: 1px solid {p.control_line}; border-radius: 4px;
    color: {p.ink_2}; background: {p.chrome}; padding: 1px 5px; }}
"""


def _outlines(p: Palette) -> str:
    """Draw in lines what tints say elsewhere: pointed at, pressed in, chosen, not to be used."""
    return f"""
QPushButton:hover, QToolButton:hover, QPushButton[kind="quiet"]:hover,
QPushButton[kind="chip"]:hover, QPushButton[kind="words"]:hover,
QPushButton[kind="segment"]:hover, QPushButton[kind="filter"]:hover {{
    border: 1px solid {p.accent}; }}
QToolButton:checked, QPushButton[kind="chip"]:checked, QPushButton[kind="segment"]:checked,
QPushButton[kind="filter"]:checked {{ border: 2px solid {p.accent}; }}
QPushButton:disabled, QPushButton[kind="primary"]:disabled {{
    background: {p.paper}; color: {p.disabled}; border-color: {p.disabled}; }}
QMenu::item:selected {{ background: {p.accent_fill}; color: {p.on_accent}; }}
QMenu::item:disabled {{ color: {p.disabled}; }}
*[surface="well"] {{ border: 1px solid {p.line}; }}
QProgressBar {{ border: 1px solid {p.ink}; }}
QScrollBar::handle {{ background: {p.ink}; }}
"""


def _scrolling(p: Palette) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {PILL_RADIUS}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {PILL_RADIUS}px; margin: 0; }}
QScrollBar::handle {{ background: {p.control_line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {p.field_line}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
