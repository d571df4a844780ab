"""The room: windows, panes and keys.

Knows Qt, the words on screen and where things stand. Asks the desk for every deed and shows what
the desk answers; it never opens a library, parses Markdown or signs anything itself. Imports only
domain, desk and settings of ours; PySide6 lives here and nowhere else, and so does qtawesome, of
which only the fonts are used: its code would take a quarter of a second of every start.

A window stands before its library is open: what it asks for waits in the link until the desk is
seated, and what it shows until then is what a glance saw.

Facts go down (`changed`, `article_opened`), wishes go up (`open_requested`). What takes longer
than a key press runs in a lane and comes back with a number, so that an old answer cannot
overwrite a new one. Every command is one row of `actions.py`; menus, toolbar and palette read it.

Three things end the program within Qt and are not done: an event filter on the application, which
has a wrapper made for every object that an event reaches; taking the application's style sheet off
while a window stands; and reading a module of this layer in a lane, where its classes would come
into being while Qt looks into the table of classes, which has no lock. A filter on one widget,
another sheet, and reading ahead in the window's thread (`reading_ahead.py`) are safe.

At the top stand the start, the window, the table of commands, the room with what couples its parts,
and what they all share: the link to the desk, its lanes, thumbnails, rows by windows. Each package
below says what it holds.
"""
