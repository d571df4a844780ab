"""The room: windows, panes and keys.

Knows Qt, the words on screen and where things stand. Asks the desk for every deed and shows what
the desk answers; it never opens a library, parses Markdown or signs anything itself. Imports only
domain, desk and settings of ours; PySide6 and qtawesome live here and nowhere else.

Facts go down (`changed`, `article_opened`), wishes go up (`open_requested`). What takes longer
than a key press runs in a lane and comes back with a number, so that an old answer cannot
overwrite a new one. Every command is one row of `actions.py`; menus, toolbar and palette read it.
"""
