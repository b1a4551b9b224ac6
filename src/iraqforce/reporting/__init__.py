"""An answer and all that it rests on → one page of HTML that loads nothing, from anywhere.

`asking` gathers what the page tells, `drawing` makes its pictures, and `page` puts both into the template.
"""
