"""The library's schema, step by step. Alembic reads this folder; see `store.migrating`.

A step that changes a view may drop and make it: the views are replayed from the ledger after
every move. A step that changes what is kept (entries, drafts, local state) moves the rows.
"""
