"""Links at their place in the text, and files dropped into it."""
