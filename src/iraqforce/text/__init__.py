"""Reading natural text: numbers, dates, sentences and quotes. Standard library only.

What other packages use:

- `normalize`: `collapse_spaces`, `normalize`, `plain_punctuation`; for a search `Term`, `Token`,
  `parse_query`, `search_words`, `tokens`
- `numbers`, a count as a curator writes it: `parse`, `vague`, `number`, `CountError`, `FORMS`, `LARGEST`
- `numbers_in_text`: `readable` (is this count in this quote?), `numbers_in`, `counts_in`
- `dates_in_text`: `dates`, `DateMention`
- `mentions`: `numbers`, `NumberMention` (what a reader takes for a count)
- `quoted_counts`, which numbers of an article are in a fact: `QuotedCount`, `quoted_count`, `uncovered`,
  `covers`, `overlaps`
- `people`: the words for people in general
- `sentences`: `Sentence`, `sentences`, `clause`, `quotable`, `paragraphs`, `paragraph_of`
- `quotes`: `Article`, `Found`
- `passages`: `found_elsewhere`, `nearest_passage` (for a quote that is not found)
"""
