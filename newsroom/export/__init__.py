"""Pages for the web.

Knows how a story becomes files in a folder: the page in a theme, its head and structured data, the
pictures beside it, and how to prove afterwards that all of it is there and agrees. Rendering is
pure: the same story, house, theme and stamp give the same bytes, which is why the preview can show
the export itself. A disk is touched only by `theme`, `copies`, `placing`, `manifest`, `folder` and
`verify`.

Never imports the store, the desk or Qt. Takes HTML of blocks from `markup` and image files from
`pictures`. Home of jinja2. A theme is a folder of data: nothing of a theme is in this code, and
nothing of a house is in either.
"""
