"""What holds for every test: its own cache, so that none reads or writes the user's."""

from __future__ import annotations

import os
import tempfile

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="iraqforce-tests-")
for setting in ("IRAQFORCE_FACTS", "IRAQFORCE_FORMAT"):
    os.environ.pop(setting, None)
