"""An answer or a list → what is shown of it: a record for programs, a table for cells, a page for people.

Nothing here knows a format, a colour or a width.
"""
