"""How a body is spelled: Markdown and pasted HTML in, `Document`, canonical Markdown and HTML out.

Knows the dialect and nothing of articles, libraries or pages; imports only the domain. It is the
one home of Python-Markdown, nh3 and YAML.

One parser reads every source: Python-Markdown's block parser with the processors in `blocks`. Its
preprocessors for raw HTML, its reference definitions and its inline stage are left out, because
each of them swallows characters or keeps them between control characters; `inline_reader` stands
in for the last. HTML has no meaning in the dialect: a tag in a line is text, and a block of HTML,
like everything that the dialect cannot express, is an `Opaque` block, kept to the letter.

Marks are switches, as the runs of the domain are flat: `**` turns bold on or off, `*` italic, and
`***` both, so that every pair of neighbouring runs has one spelling and no nesting has to be
guessed. A well-nested source reads as everywhere else.
"""
