"""The library on disk.

Knows how a newsroom is kept on one laptop: the ledger of signed entries, the drafts that never
leave it, the originals of pictures, and the views that screens ask. A view is a table built from
entries (and drafts); it does not depend on the order in which entries arrived and is rebuilt from
them at any time. An entry that this version cannot read is kept and left out of the views.

Never imports markup (the parser of bodies is given), checks, identity (signatures are judged by
the desk, before an entry gets here), pictures, Qt. Home of sqlalchemy, alembic and Stemmer.

Decisions: one write lane, many readers, each call of `reading()` with a connection of its own ·
rows never leave the layer, only values of the domain · what typing touches every second is one
short transaction, so the search index of a draft is put off (see `search`) · alembic is imported
only when a library is made or moved to a newer schema, because it costs half a second · a first
look (`glance`) goes by the database's own driver, because sqlalchemy takes longer than a window.
"""
