"""English plurals, as far as table names need them.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

IRREGULAR: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "mice": "mouse",
    "geese": "goose",
    "teeth": "tooth",
    "feet": "foot",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "analyses": "analysis",
    "crises": "crisis",
    "bases": "base",
    "quizzes": "quiz",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "selfies": "selfie",
    "zombies": "zombie",
    "caches": "cache",
    "niches": "niche",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "echoes": "echo",
    "vetoes": "veto",
    "cargoes": "cargo",
    "lives": "life",
    "knives": "knife",
    "wives": "wife",
    "leaves": "leaf",
    "shelves": "shelf",
    "halves": "half",
    "wolves": "wolf",
    "thieves": "thief",
    "loaves": "loaf",
    "lenses": "lens",
    "gases": "gas",
    "aliases": "alias",
    "biases": "bias",
    "canvases": "canvas",
    "atlases": "atlas",
}
"""Plurals that no rule below gives."""

_UNCHANGED: Final = (
    "series species news data media metadata lens gas alias bias canvas atlas chaos cosmos kudos"
    " pos os aws gps sms dns https analytics statistics logistics physics mathematics goods"
    " as is has was yes its"
)
UNCHANGED: Final = frozenset(_UNCHANGED.split())
"""Words that end like a plural and are none, or have none."""

_ENDS_IN_US: Final = (
    "status bus virus bonus campus census focus apparatus consensus nexus chorus cactus surplus"
    " prospectus corpus radius genius"
)
ENDS_IN_US: Final = frozenset(_ENDS_IN_US.split())
"""Singulars whose plural adds ``es`` after ``us``; ``houses`` and ``causes`` only lose an ``s``."""


def singular(word: str) -> str:
    """Return the singular of one lower-case English noun, or the word when in doubt."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in UNCHANGED or not word.endswith("s") or len(word) < 4:  # noqa: PLR2004 - "gas", "bus"
        return word
    if word.endswith(("ss", "us", "is")):
        return word if word != "menus" else "menu"
    if word.endswith("ies"):
        return word[:-1] if len(word) == len("ties") else f"{word[:-3]}y"
    if word.endswith("uses"):
        return word[:-2] if word[:-2] in ENDS_IN_US else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
