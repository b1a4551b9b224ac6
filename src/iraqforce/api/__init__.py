"""The Python API: what the commands answer, as values. It knows no command line and ends no process."""
