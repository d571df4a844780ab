"""Links of the body, set and changed at their place in the text.

Knows the editor pane and which addresses the domain holds for safe; asks in a popover, never in a
dialog over the window.
"""
