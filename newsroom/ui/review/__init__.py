"""The review place: what waits, what changed since the last approval, and what a decision binds."""
