"""The commands: what one is, and everything that is made from the table in `ui/actions.py`.

Knows what a command is called, when it makes sense and which keys it has; what it does is told by
the room. Menus, the palette and the sheet of keys live here, and undo, which goes by the keyboard.
"""
