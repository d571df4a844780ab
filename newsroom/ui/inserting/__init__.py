"""Inserting: pictures and other things that come into the text, and what is asked before.

Pictures are read beside the window; until they are there a sign says so. Where things land is the
body's to know.
"""
