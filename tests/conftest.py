"""For every test: a cache of its own, so that none reads or writes the user's, and a small base.

Most tests are about the five articles. A test of the default base empties the setting: IRAQFORCE_BASE="".
"""

from __future__ import annotations

import os
import tempfile

import hypothesis

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="iraqforce-tests-")
os.environ["IRAQFORCE_BASE"] = "articles"
os.environ.pop("IRAQFORCE_FORMAT", None)
hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is slow, not wrong
hypothesis.settings.load_profile("untimed")
