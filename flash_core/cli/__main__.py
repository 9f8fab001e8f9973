"""``python -m flash_core.cli``.

Depends on: cli.
"""

from __future__ import annotations

from flash_core.cli import main

if __name__ == "__main__":
    main()
