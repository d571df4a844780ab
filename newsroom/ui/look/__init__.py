"""How the room looks: colours, sizes, icons, fonts, and the small parts that panes are made of.

Colours and sizes stand in `tokens.py` and nowhere else; a part asks for a role ("ink 2"), never
for a value, so that light and dark are one table. Imports nothing of ours but the domain's words.
"""
