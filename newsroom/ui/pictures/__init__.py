"""The pictures place: every picture of the library, and who gets the credit.

Shows and edits credit records, which belong to pictures and to no article; how one article uses a
picture is said in the article. A field that a person has touched is theirs until the store has
taken exactly that text: no answer from the desk writes over it.
"""
