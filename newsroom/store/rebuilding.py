"""Making every view again from the ledger and the drafts."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from newsroom.store import applying, ledger, picture_words, search
from newsroom.store.models import VIEWS
from newsroom.store.reprojecting import Parse, every_article, reproject


def rebuild(connection: Connection, parse: Parse) -> None:
    """Empty the views and replay every entry; the caller commits."""
    search.recreate(connection)
    picture_words.recreate(connection)
    for view in VIEWS:
        connection.execute(delete(view))
    for signed in ledger.entries(connection):
        applying.apply(connection, signed)
    # FTS5 writes its index out whenever a key is smaller than the one before it.
    for article in every_article(connection):
        reproject(connection, parse, article, index=True)
