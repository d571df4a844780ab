"""Figures of the body, their caption and alt text edited where they stand.

Knows the editor pane and what the house prints as a picture's credit; the credit itself is kept in
the picture's record, to which it only leads.
"""
