"""The word lists: what ships with the app, what a bureau adds, and how both are found."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from speeches.checks.checking import check
from speeches.checks.entries import MENDED
from speeches.checks.examples import document_of
from speeches.checks.words import LABELS, OWN, BadWords, Entry, List, Words, ours, read

GOOD = Entry("布署", "部署", "本单位")
DAY = datetime.date(2024, 1, 1)

WRONG = [
    (List.MISSPELLINGS, Entry("帐", "账", "词典"), "“易错词”里的“帐”应有2到40个字。"),
    (
        List.MISSPELLINGS,
        Entry("布 署", "部署", "词典"),
        "“易错词”里的“布 署”含有空格或换行，请删去。",
    ),
    (
        List.MISSPELLINGS,
        Entry("部署", "部署", "词典"),
        "“易错词”里的“部署”与正确写法相同，请改正其中一个。",
    ),
    (
        List.WORDINGS,
        Entry("四个意思", "", "文件"),
        "“规范表述”里的“四个意思”没有正确写法，请填写。",
    ),
    (
        List.SET_PHRASES,
        Entry("五育并举", "五育", "文件"),
        "“固定提法”里的“五育并举”不用填正确写法：“固定提法”只列词语本身。",
    ),
    (List.BANNED, Entry("择校生", "", " "), "“敏感词”里的“择校生”没有出处，请注明依据。"),
    (
        List.OUTDATED,
        Entry("卫计局", "卫健局", "方案"),
        "“过时表述”里的“卫计局”没有写明从哪一天起不再使用。",
    ),
    (
        List.MISSPELLINGS,
        Entry("布署", "部署", "词典", unless=("公布",)),
        "“易错词”里的“布署”的例外“公布”应当包含这个词，并且更长。",
    ),
    (
        List.MISSPELLINGS,
        Entry("近视", "近视眼", "本单位"),
        "“易错词”里“近视”的正确写法“近视眼”含有要改的词“近视”，请改正。",
    ),
    (
        List.WORDINGS,
        Entry("两本册子", "两本帐册", "本单位"),
        "“规范表述”里“两本册子”的正确写法“两本帐册”含有要改的词“帐册”，请改正。",
    ),
]


@pytest.mark.parametrize("of_list", List)
def test_every_list_has_a_name_and_a_file_that_is_right(of_list: List) -> None:
    assert (bool(LABELS[of_list]), isinstance(ours().of(of_list), tuple)) == (True, True)


def test_there_are_enough_entries_each_with_its_source() -> None:
    entries = [entry for of_list in List for entry in ours().of(of_list)]
    assert (len(entries) >= 350, [entry.term for entry in entries if not entry.source]) == (
        True,
        [],
    )


def test_no_set_phrase_or_document_is_in_another_list_as_wrong() -> None:
    kept = [
        entry.term for of_list in (List.SET_PHRASES, List.DOCUMENTS) for entry in ours().of(of_list)
    ]
    wrong = {List.MISSPELLINGS, List.SLIPS, List.VARIANTS, List.PLEONASMS, List.WORDINGS}
    assert [
        (term, each.entry.term) for term in kept for each in ours().find(term) if each.list in wrong
    ] == []


def test_no_word_is_wrong_by_two_lists() -> None:
    terms = Counter(entry.term for of_list in MENDED for entry in ours().of(of_list))
    assert [term for term, times in terms.items() if times > 1] == []


@pytest.mark.parametrize(("of_list", "entry", "sentence"), WRONG)
def test_an_entry_that_is_wrong_is_refused_in_a_sentence(
    of_list: List, entry: Entry, sentence: str
) -> None:
    with pytest.raises(BadWords) as refused:
        ours().with_own({of_list: [entry]})
    assert str(refused.value) == sentence


def test_an_entry_is_told_once() -> None:
    with pytest.raises(BadWords) as refused:
        ours().with_own({List.MISSPELLINGS: [GOOD, GOOD]})
    assert str(refused.value) == "“易错词”里已经有“布署”，不用再加。"


def test_a_bureau_adds_to_a_list_and_its_word_takes_the_place_of_ours() -> None:
    first = ours().of(List.MISSPELLINGS)
    own = Entry("布署", "安排部署", "本单位")
    added = ours().with_own({List.MISSPELLINGS: [own]}).of(List.MISSPELLINGS)
    assert added == (*(entry for entry in first if entry.term != "布署"), own)


def test_adding_words_leaves_the_lists_as_they_were() -> None:
    before = {of_list: ours().of(of_list) for of_list in List}
    ours().with_own({of_list: [] for of_list in OWN}).joined({List.BANNED: [GOOD]})
    assert {of_list: ours().of(of_list) for of_list in List} == before


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("[[form]]\n", "“易错词”里有不认识的项：form。"),
        ("[[from]]\npairs = {}\n", "“易错词”里缺少：source。"),
        ('[[from]]\nsource = "词典"\nword = []\n', "“易错词”里有不认识的项：word。"),
        ('[[from]]\nsource = "词典"\nwords = [{right = "部署"}]\n', "“易错词”里缺少：term。"),
        (
            '[[from]]\nsource = "词典"\nwords = [{term = "布署", wrong = 1}]\n',
            "“易错词”里有不认识的项：wrong。",
        ),
    ],
)
def test_a_file_with_keys_that_mean_nothing_is_refused(told: str, sentence: str) -> None:
    with pytest.raises(BadWords) as refused:
        read(List.MISSPELLINGS, told.encode())
    assert str(refused.value) == sentence


def test_a_file_gives_pairs_words_alone_and_words_with_more() -> None:
    told = """
[[from]]
source = "方案"
terms = ["五育并举"]
words = [
  {term = "卫计局", right = "卫健局", since = 2024-01-01, unless = ["卫计局部"]},
]
[from.pairs]
"布署" = "部署"
"""
    assert read(List.OUTDATED, told.encode()) == (
        Entry("五育并举", source="方案"),
        Entry("布署", "部署", "方案"),
        Entry("卫计局", "卫健局", "方案", "", ("卫计局部",), since=DAY),
    )


def found(text: str, *entries: tuple[List, Entry]) -> list[tuple[str, int, int]]:
    """What a finder over these entries finds: list, start, end."""
    lists: dict[List, list[Entry]] = {}
    for of_list, entry in entries:
        lists.setdefault(of_list, []).append(entry)
    return [(each.list.value, each.start, each.end) for each in Words().joined(lists).find(text)]


SHORT = (List.BANNED, Entry("市委"))
LONG = (List.BANNED, Entry("市委市政府"))
OTHER = (List.ORGANS, Entry("市委市政府", "市委、市政府"))
HELD = (List.BANNED, Entry("竟选", unless=("究竟选", "竟选择", "竟选出竟选手")))

FINDS = [
    ("", [SHORT], []),
    ("市", [SHORT], []),
    ("市委，市委", [SHORT], [("banned", 0, 2), ("banned", 3, 5)]),
    ("市委市政府", [SHORT, LONG], [("banned", 0, 5)]),
    ("市委市政", [SHORT, LONG], [("banned", 0, 2)]),
    ("市委市政府", [SHORT, OTHER], [("organs", 0, 5), ("banned", 0, 2)]),
    ("竟选", [HELD], [("banned", 0, 2)]),
    ("究竟选谁", [HELD], []),
    ("他竟选择了", [HELD], []),
    ("竟选出竟选手", [HELD], []),
    ("竟选出竟选人", [HELD], [("banned", 0, 2), ("banned", 3, 5)]),
]


@pytest.mark.parametrize(("text", "entries", "expected"), FINDS)
def test_the_longest_entry_of_each_list_is_found(
    text: str, entries: list[tuple[List, Entry]], expected: list[tuple[str, int, int]]
) -> None:
    assert found(text, *entries) == expected


MUST_NOT_FLAG = [
    "避免就事论事、急开治标“偏方”。",
    "抓住要害，找准关节点，选准突破口。",
    "坚持重点重抓、难点狠抓。",
    "把关爱措施落实得实之又实。",
    "处理好“有所为”与“有所不为”的关系，做到有所为。",
]


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_words_that_only_look_wrong_are_never_flagged(text: str) -> None:
    assert check(document_of([text])) == ()


def test_without_words_of_a_bureau_ours_are_used_as_they_stand() -> None:
    assert ours().joined({}) is ours()
