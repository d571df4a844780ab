"""Pictures: what a file holds, what it says of itself, and the copies that a page shows.

Knows image formats, embedded metadata and renditions; turns bytes into values of the domain and
back. Never imports the store, the desk, a page or Qt, and never writes a file: it takes bytes and
gives bytes, so that the same original gives the same rendition on every laptop.

Decisions made here: exiv2 is C++ that reads hostile files, so it runs in a process of its own and
a crash costs one picture's metadata; one table says which property of which standard holds which
field, to read by (`embedded`), to write and to verify by (`embedding`); XMP is the master, IIM a
copy cut to its limits; metadata is put into files after they are encoded, by our own few lines,
because a credit cannot be lost and another word needs no second encoding; a rendition's name
follows from what goes into it, so that a page is exact before anything is encoded. Telephones
make HEIC, which Pillow alone does not read: libheif does, through pillow-heif, after a rehearsal in
a process of its own; nothing is ever written in it.

Third-party homes: Pillow, pillow-heif, pyexiv2, c2pa.
"""
