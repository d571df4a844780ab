"""The window's frame: rail, bar, drawers, and what holds for every place.

Where the keyboard stands, how the window says that something went wrong, what a screen reader is
told, what is said of the newsroom. Knows places by name, and nothing of what stands in them.
"""
