"""The files of a fact base, read and checked: a FactBase, or every problem at once."""
