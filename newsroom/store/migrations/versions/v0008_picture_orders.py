"""Pictures by when they were taken and by the end of their rights, each order from an index."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"

_COLUMNS = ("urgency", "taken", "aged")


def upgrade() -> None:
    """Give the view of pictures what its orders go by; the ledger fills it."""
    for name in _COLUMNS:
        op.execute(f"ALTER TABLE pictures ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
        op.create_index(f"ix_pictures_{name}_added_id", "pictures", [name, "added", "id"])


def downgrade() -> None:
    """Go back to pictures in the order of their arrival."""
    for name in reversed(_COLUMNS):
        op.drop_index(f"ix_pictures_{name}_added_id", "pictures")
        op.execute(f"ALTER TABLE pictures DROP COLUMN {name}")
