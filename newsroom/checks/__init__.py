"""What an editor would remark on.

Pure functions from a story and its house to findings: each has a reason and a place, none changes
a word. A rule that is often wrong teaches people to look away, so a rule stays silent where it
cannot be sure. The one table of rules is in `rules.py`.

Knows the domain. Never imports another layer of ours, nor reads a file, a clock or the network:
the same story gives the same findings on every laptop on the same day, which the caller gives
because rights to pictures end by themselves. That which findings block an approval is
the house's choice, written in its file (DESIGN §2, finding; §4).
"""
