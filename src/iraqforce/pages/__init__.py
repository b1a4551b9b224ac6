"""A result as the blocks of a page for people; `render` lays them out for a terminal, Markdown or HTML."""
