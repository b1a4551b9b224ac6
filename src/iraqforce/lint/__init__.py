"""The rules of a valid base for its curators: what is likely wrong with facts that load."""
