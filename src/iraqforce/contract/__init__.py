"""The JSON that commands print, as JSON Schemas for its readers: one file a command, of shared parts.

What a command prints is made in `present`; here it is described, and tests hold the two together.
"""
