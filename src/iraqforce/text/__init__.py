"""Reading natural text: numbers, dates, sentences and quotes. Standard library only."""
