"""How many troops were there, as of a date, who says so, in what words, and who disagrees."""

__version__ = "0.1.0"
