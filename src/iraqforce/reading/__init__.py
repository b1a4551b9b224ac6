"""Text → data with the line and column of every value → a checked base, or every problem at once."""
