"""The list of articles: what it shows, how a row is drawn, what narrows it.

Rows come from the desk in pages; the list never holds a story, only summaries.
"""
