"""What a story is.

Knows the words of the house: article, revision, picture, credit, decision, finding, entry. All
values are frozen; closed sets are enums; ids are their own types. Time and ids are given by the
caller, never taken here, so that every function answers the same on every laptop. What a later
version wrote into a credit record is kept through every edit, though nobody here understands it.

Never imports another layer of ours, nor Qt, nor a database. Its one third-party home is rfc8785,
because the canonical bytes of an entry are part of what an entry is.
"""
