"""Find and replace in the article on the desk.

Knows words, patterns and the fields in which text is edited by Qt. Matches are shown by selections
laid over a field, so that looking for something never touches the text or its undo.
"""
