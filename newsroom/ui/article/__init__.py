"""The editor pane: every field of an article around its body.

Fields show a `Content` and give it back changed; none of them knows the desk. The body editor is
another part of the window and stands in a slot; the source view shows the same body as Markdown.
"""
