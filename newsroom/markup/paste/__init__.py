"""What was copied elsewhere, read as a `Document`: foreign HTML, Telegram's own form, plain text.

Everything comes in by `reading.read_html` and `telegram`. A page is first made safe and rid of what
cannot be seen (`tree`, `hidden`, `drawings`, `fillers`), then its notes and lists are recognised
however a word processor spells them (`notes`, `listing`, `lists`, `depth`, `symbols`), and `flow`
walks what is left into parts, which `parts` puts together. Nothing of a look is kept, every visible
word is.
"""
