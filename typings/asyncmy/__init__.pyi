# What Flash uses of asyncmy: its own stubs leave arguments untyped.
from collections.abc import Awaitable
from typing import Any

from .connection import Connection as Connection
from .pool import Pool as Pool

def connect(**options: Any) -> Awaitable[Connection]: ...
def create_pool(minsize: int = 1, maxsize: int = 10, **options: Any) -> Awaitable[Pool]: ...
