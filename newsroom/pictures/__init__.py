"""Pictures: what a file holds, what it says of itself, and the copies that a page shows.

Knows image formats, embedded metadata and renditions; turns bytes into values of the domain and
back. Never imports the store, the desk, a page or Qt, and never writes a file: it takes bytes and
gives bytes, so that the same original gives the same rendition on every laptop.

Decisions made here: exiv2 is C++ that reads hostile files, so it runs in a process of its own and
a crash costs one picture's metadata; the credit is written into every rendition as XMP, built and
read by our own few lines, because a credit cannot be lost; a rendition's name follows from what
goes into it, so that a page is exact before anything is encoded.

Third-party homes: Pillow, pyexiv2.
"""
