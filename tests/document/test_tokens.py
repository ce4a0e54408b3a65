"""Tokens as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.document.tokens import Piece, is_reserved, key, names, renamed, split
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
    ("name", "reserved"),
    [
        *((name, True) for name in ("合称", "数量", "要点", "合称:标题", "合称:")),
        *((name, False) for name in ("", "学位", "合称数", "数量:标题")),
    ],
)
def test_names_that_are_no_figure_s(name: str, reserved: bool) -> None:
    assert is_reserved(name) is reserved


@pytest.mark.parametrize(
    ("name", "compared"),
    [("投资", "投资"), (" 投 资\n", "投资"), ("合称：稳", "合称:稳"), ("", ""), ("\u3000", "")],
)
def test_key_of_a_name(name: str, compared: str) -> None:
    assert key(name) == compared


@pytest.mark.parametrize(
    ("source", "rewritten"),
    [
        ("", ""),
        ("新增学位", "新增学位"),
        ("新增{新增学位}，{投资}", "新增{公办学位}，{投资}"),
        ("{新增学位}{新增学位}", "{公办学位}{公办学位}"),
        # Blanks and full-width braces are the writer's own.
        ("{ 新增学位\u3000}", "{ 公办学位\u3000}"),
        ("{ 新增 学位 }", "{ 公办学位 }"),
        ("｛新增学位｝和{新增学位｝", "｛公办学位｝和{公办学位｝"),
        # No tokens: a doubled brace, a brace that is not closed, a token over two lines.
        ("{{新增学位}", "{{新增学位}"),
        ("｛｛新增学位｝", "｛｛新增学位｝"),
        ("{{{新增学位}", "{{{公办学位}"),
        ("{新增学位", "{新增学位"),
        ("{新增\n学位}", "{新增\n学位}"),
        # A longer name, and a part that has the name for its heading.
        ("{新增学位数}", "{新增学位数}"),
        ("{合称:新增学位}", "{合称:新增学位}"),
    ],
)
def test_renaming_rewrites_the_tokens_of_that_name_alone(source: str, rewritten: str) -> None:
    assert renamed(source, "新增学位", "公办学位") == rewritten


figure_names = st.text("投资学校数甲乙", min_size=1, max_size=4)
quoting = st.lists(
    st.sampled_from(
        ("{投资}", "{ 投 资 }", "｛投资｝", "{{投资}", "{学校数}", "{", "}", "。", "\n")
    )
    | texts,
    max_size=8,
).map("".join)


@given(quoting, figure_names)
def test_renaming_changes_no_other_piece(source: str, new: str) -> None:
    before, after = split(source), split(renamed(source, "投资", new))
    assert [p.name for p in after] == [new if p.name == "投资" else p.name for p in before]
    others = [(p.source, q.source) for p, q in zip(before, after, strict=True) if p.name != "投资"]
    assert all(old == now for old, now in others)


@given(quoting)
def test_renamed_back_a_text_reads_as_before(source: str) -> None:
    assert renamed(renamed(source, "投资", "没有的"), "没有的", "投资") == "".join(
        p.source.replace("投 资", "投资") if p.name == "投资" else p.source for p in split(source)
    )


@given(texts, texts)
def test_a_name_that_no_token_has_changes_nothing(source: str, old: str) -> None:
    without = source if key(old) not in names(source) else ""
    assert renamed(without, old, "投资") == without


def test_even_an_empty_token_keeps_its_blanks() -> None:
    assert renamed("{}、{ }", "", "投资") == "{投资}、{ 投资}"
