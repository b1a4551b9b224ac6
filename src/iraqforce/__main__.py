"""`python -m iraqforce`."""

from iraqforce.cli import main

main()
