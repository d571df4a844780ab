"""Keeping: what is typed goes to disk, and what stood on the screen comes back.

From the clockwork of one draft to the last word before the window closes, and to the first one
after a crash. Knows no pane from within: words come as snapshots, and go by the link to the desk.
"""
