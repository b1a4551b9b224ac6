"""`iraqforce` and `python -m iraqforce`: the command line, which can be ended at any moment."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import NoReturn
else:
    import _signal as signal  # `signal` itself takes as long to import as Python to start


def main() -> "NoReturn":
    """Run the command line and leave the process with its exit code."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)
    _keep_streams()
    from iraqforce.cli import main as run

    run()


def _keep_streams() -> None:
    """Take the numbers of closed standard streams, so that no file of a library becomes one of them."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


def _end(number: int, _frame: object) -> "NoReturn":
    """Leave the process at once, quietly, and without what is half-written.

    An exception could be lost: it may come out of any line, also of a library that turns it into its own.
    """
    for name in ("iraqforce.export.files", "iraqforce.loading.snapshot"):
        getattr(sys.modules.get(name), "remove_temporary", int)()
    os._exit(128 + number)


if __name__ == "__main__":
    main()
