"""The house and the other settings, as a place of the window.

Forms for what the house calls itself and prints; a change is saved as it was typed, and can be
taken back.
"""
