"""Finding and replacing in an article."""
