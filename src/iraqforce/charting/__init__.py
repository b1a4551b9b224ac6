"""Levels over time as a picture: facts → a picture → a Vega-Lite document → SVG or PNG.

All of it is pure but `drawing`, which hands a document to the library that draws.
"""
