"""Questions to a fact base: pure functions of the base and of what is asked, each with its result."""
