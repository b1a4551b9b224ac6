"""The form of ids, hashes and URLs, as regular expressions that JSON Schema understands too."""

from typing import Final

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
URL_PATTERN: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]"
