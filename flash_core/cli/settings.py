"""What commands have in common: the global options, and how they count.

Depends on: config.
"""

from __future__ import annotations

from pathlib import Path

from flash_core._dataclass import dataclass
from flash_core.config import Config, load


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options.

    Attributes:
        config: Configuration file, when one was named.
        force: Do what a command would refuse or ask about.
    """

    config: Path | None
    force: bool

    def load(self) -> Config:
        """Return the project's configuration.

        Raises:
            ConfigError: There is none, or it is wrong.
        """
        return load(Path.cwd(), self.config)


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many}"
