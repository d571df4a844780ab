"""What people do: one function per deed.

Knows every layer below it and is the only one that opens the unit of work, so a deed is one
transaction and answers with the `Changes` it made. Deeds raise the errors of the domain. Never
imports Qt, click, or anything that draws or prints: the window and the command line are two ways of
doing the same deeds.
"""
