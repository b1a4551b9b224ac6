"""Lint rules: warnings about facts in a valid base that are probably wrong."""
