"""The publish place: approved stories, a folder, the export under way, and what it came to."""
