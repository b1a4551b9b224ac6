"""A result as text (a page, JSON, CSV, Markdown, HTML), as a table, or as a JSON Schema."""
