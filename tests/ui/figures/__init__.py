"""Figures of the body, edited where they stand."""
