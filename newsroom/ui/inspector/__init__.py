"""Beside the text: its preview, its pictures, what to check, and what happened to it.

The preview pane is made elsewhere and put into its slot; the others show what the room hands them.
"""
