"""What the field is about, as values: dates, counts, facts, sources, and the base that holds them.

Standard library only. JSON, JSON Schema and the columns of every table are read off from these types, so each
field is described once, where it is defined.
"""
