"""Files for other programs: tables, citations, charts and reports."""
