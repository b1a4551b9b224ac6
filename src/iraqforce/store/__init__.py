"""Typed questions to a checked base. What answers them is a matter of this folder alone."""
