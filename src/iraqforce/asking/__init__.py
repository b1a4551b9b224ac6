"""What the command line and the Python API put to a base alike: a store and a question → a view."""
