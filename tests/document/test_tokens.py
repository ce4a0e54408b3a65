"""Tokens as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.document.tokens import Piece, key, names, split
from tests.document.strategies import texts


def pieces(source: str) -> list[tuple[str, str | None]]:
    """What plain pieces print, and the names of tokens."""
    return [(piece.text, piece.name) for piece in split(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("抓落实", [("抓落实", None)]),
        ("{合称}", [("{合称}", "合称")]),
        ("实现{合称}目标", [("实现", None), ("{合称}", "合称"), ("目标", None)]),
        ("{合称}{数量}", [("{合称}", "合称"), ("{数量}", "数量")]),
        # Full-width braces, and one of each.
        ("｛要点｝", [("｛要点｝", "要点")]),
        ("{要点｝｛数量}", [("{要点｝", "要点"), ("｛数量}", "数量")]),
        # Blanks inside do not count, whatever their kind.
        ("{ 合 称 }", [("{ 合 称 }", "合称")]),
        ("{\u3000合称\xa0\t}", [("{\u3000合称\xa0\t}", "合称")]),
        ("{投资 总额}", [("{投资 总额}", "投资总额")]),
        ("{合称：五大工程}", [("{合称：五大工程}", "合称:五大工程")]),
        ("{合称:甲：乙}", [("{合称:甲：乙}", "合称:甲:乙")]),
        # A doubled opening brace is a literal one.
        ("{{合称}", [("{", None), ("合称}", None)]),
        ("｛｛合称｝", [("｛", None), ("合称｝", None)]),
        ("{{{合称}", [("{", None), ("{合称}", "合称")]),
        ("{{{{", [("{", None), ("{", None)]),
        ("{{合称}}", [("{", None), ("合称}}", None)]),
        ("{｛合称}", [("{", None), ("｛合称}", "合称")]),
        # Nothing inside, never closed, nested, only closed.
        ("{}", [("{}", "")]),
        ("{ }", [("{ }", "")]),
        ("{合称", [("{合称", None)]),
        ("合称}", [("合称}", None)]),
        ("{甲{乙}丙}", [("{甲", None), ("{乙}", "乙"), ("丙}", None)]),
        ("}{", [("}{", None)]),
    ],
)
def test_pieces_of_a_line(source: str, expected: list[tuple[str, str | None]]) -> None:
    assert pieces(source) == expected


@pytest.mark.parametrize(
    "line_end", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
)
def test_a_token_ends_with_its_line(line_end: str) -> None:
    source = "{合" + line_end + "称}"
    assert pieces(source) == [(source, None)]


def test_offsets_count_from_where_the_line_starts_in_its_field() -> None:
    assert split("增长{增幅}，{{", 40) == [
        Piece(40, "增长", "增长"),
        Piece(42, "{增幅}", "{增幅}", "增幅"),
        Piece(46, "，", "，"),
        Piece(47, "{{", "{"),
    ]


@given(texts)
def test_sources_joined_are_the_line_again_and_offsets_are_theirs(source: str) -> None:
    found = split(source)
    assert "".join(piece.source for piece in found) == source
    assert all(source.startswith(piece.source, piece.offset) for piece in found)


@given(st.text("{}｛｝合称:： \n", max_size=12))
def test_braces_in_any_order_lose_nothing(source: str) -> None:
    assert "".join(piece.source for piece in split(source)) == source


def test_names_are_those_of_the_tokens_in_order() -> None:
    assert names("{{甲}，{ 乙 }和｛合称：丙｝，{乙}") == ["乙", "合称:丙", "乙"]


@pytest.mark.parametrize(
    ("name", "compared"),
    [("投资", "投资"), (" 投 资\n", "投资"), ("合称：稳", "合称:稳"), ("", ""), ("\u3000", "")],
)
def test_key_of_a_name(name: str, compared: str) -> None:
    assert key(name) == compared
