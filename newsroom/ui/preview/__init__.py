"""The live preview: the exported page, shown by a browser that can fetch nothing.

The page comes through a scheme of our own, answered from memory by the desk; a request interceptor
refuses every other address, so nothing is fetched from the network and no file is read. Scripts of
the page are switched off; our own patches run in an isolated world beside it.
"""
