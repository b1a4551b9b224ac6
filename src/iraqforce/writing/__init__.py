"""Records of a base → the text of a file that reading reads back as the same records."""
