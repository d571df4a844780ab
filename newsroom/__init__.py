"""Newsroom: a desktop editor for small news houses."""

__version__ = "0.1.0"
