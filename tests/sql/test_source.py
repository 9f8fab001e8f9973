"""How a diagnostic is drawn: one header, the user's line, carets under the right characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.sql.source import Diagnostic, SourceFile, Span


def drawn(text: str, start: int, end: int) -> list[str]:
    return Diagnostic("bad", SourceFile("q.sql", text), Span(start, end)).render().split("\n")


@pytest.mark.parametrize(
    ("text", "word", "line", "carets"),
    [
        ("SELECT nme FROM t", "nme", "SELECT nme FROM t", " " * 7 + "^^^"),
        ("\tSELECT\tnme", "nme", "    SELECT  nme", " " * 12 + "^^^"),
        ("SELECT 'größe', nme", "nme", "SELECT 'größe', nme", " " * 16 + "^^^"),
        ("SELECT '日本', nme", "nme", "SELECT '日本', nme", " " * 15 + "^^^"),
        ("SELECT 日本", "日本", "SELECT 日本", " " * 7 + "^^^^"),
        ("SELECT 'e\u0301', nme", "nme", "SELECT 'e\u0301', nme", " " * 12 + "^^^"),
        ("SELECT \0, nme", "nme", "SELECT ␀, nme", " " * 10 + "^^^"),
        ("SELECT nme\r\nFROM t", "nme", "SELECT nme", " " * 7 + "^^^"),
        ("SELECT a\nFROM t", "a\nFROM", "SELECT a", " " * 7 + "^"),
    ],
)
def test_carets_stand_under_the_word(text: str, word: str, line: str, carets: str) -> None:
    start = text.index(word)
    _, shown, marks = drawn(text, start, start + len(word))
    assert shown == f"   1 | {line}"
    assert marks == f"       {carets}"


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(1, 400))
def test_of_a_long_line_the_part_around_the_word_is_shown(
    before: int, behind: int, length: int
) -> None:
    text = "a" * before + "x" * length + "b" * behind
    head, shown, marks = drawn(text, before, before + length)
    assert head == f"q.sql:1:{before + 1}: error: bad"
    assert len(shown) <= 7 + 160 + 2
    marked = shown[marks.index("^") : len(marks)]
    assert set(marked) == {"x"}
    assert shown.count("x") == len(marked)


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 10))
def test_whatever_stands_in_the_file_can_be_drawn(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    _, shown, marks = drawn(text, start, start + length)
    assert marks.strip() == "^" * len(marks.strip()) != ""
    assert not any(character < " " for character in shown)
