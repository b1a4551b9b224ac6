"""An article's text → what could be entered from it: proposals, with every decision left to a person.

Nothing here knows a country or an army: names are those of the base that the draft is for.
"""
