"""What holds for every test: its own cache, so that none reads or writes the user's, and a small base.

Most tests are about the five articles. What asks the default empties the setting: IRAQFORCE_BASE="".
"""

from __future__ import annotations

import os
import tempfile

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="iraqforce-tests-")
os.environ["IRAQFORCE_BASE"] = "articles"
for setting in ("IRAQFORCE_FACTS", "IRAQFORCE_FORMAT"):
    os.environ.pop(setting, None)
