"""The rich body editor: a story's body as text that is seen as it reads.

Knows the domain's document and Qt's text engine, and how the one stands for the other. What it
needs from the rest of the house (a picture's credit, reading pasted HTML, writing Markdown) is
given as plain callables.

Decisions. The text holds meaning only: each block and run carries its own properties (`formats`),
boxes and lists are flat lines with a serial number (`line`), and every colour and font is derived
while drawing (`colouring`, `backdrop`, `cards`), so that light and dark can change without a touch
on the text or its undo. Whatever order the lines are brought into by typing, deleting and undoing,
they read as a document (`assembling`). Qt's own Markdown and HTML are never used to store a body,
because they lose text.

Never imports desk, nor another part of the window.
"""
