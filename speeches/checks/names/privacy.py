"""E16: what must not be said in public: personal data, and the words of the bureau's list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.examples import Example
from speeches.checks.listed import listed
from speeches.checks.scope import Scope
from speeches.checks.settings import Settings
from speeches.checks.words import Entry, List, ours

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_IDENTITY = 18
_ALONE = r"(?<![\dA-Za-z.].)"  # behind its first character: no number or code goes on here
_MOBILE = re.compile(rf"1{_ALONE}[3-9]\d(?:[- ]?\d{{4}}){{2}}(?![\dA-Za-z.])")
_LONG = re.compile(rf"[1-9]{_ALONE}(?:\d{{15,18}}|\d{{16}}[Xx])(?![\dA-Za-z.])")


def _personal(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_MOBILE, raw=True):
        yield Hit(seen.block, seen.start, seen.end, "含有手机号码，请删去。")
    for seen in scope.search(_LONG, raw=True):
        number = seen.match[0]
        if is_identity(number):
            yield Hit(seen.block, seen.start, seen.end, "含有身份证号码，请删去。")
        elif is_card(number):
            yield Hit(seen.block, seen.start, seen.end, "含有银行卡号，请删去。")
    for word in listed(scope, List.BANNED):
        right = f"，可以说“{word.entry.right}”" if word.entry.right else ""
        message = f"“{word.entry.term}”是本单位的敏感词，请删去{right}。"
        yield Hit(word.block, word.start, word.end, message)


def is_identity(number: str) -> bool:
    """Whether the last character is the one that GB 11643—1999 derives from the others."""
    if len(number) != _IDENTITY:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[-1].upper() == _CHECK[total % 11] and number[6:8] in {"18", "19", "20"}


def is_card(number: str) -> bool:
    """Whether the digits of a card add up (ISO/IEC 7812-1, Annex B), as those of dates do not."""
    if not number.isdigit():
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0 and number[0] in "3456"


_OFFICE = Settings(
    words=ours().joined({List.BANNED: [Entry("择校生", "跨学区就读学生", "市教育局规定")]})
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="E16",
        family=Family.NAMES,
        title="个人信息和敏感词",
        level=Level.ERROR,
        source="《中华人民共和国个人信息保护法》第四条；词表“敏感词”",
        why="身份证号、手机号、银行卡号和本单位定的敏感词不能出现在讲话稿里。",
        bad=(
            "家长可以拨打⟦13800138000⟧反映问题。",
            "该生身份证号为⟦11010519491231002X⟧。",
            "资助款打入⟦6222020000000000018⟧账户。",
            Example("不得以任何名义招收⟦择校生⟧。", settings=_OFFICE),
        ),
        good=(
            "家长可以拨打010-88842603反映问题。",
            "该生身份证号已经登记。",
            "遇到险情拨打110或者119。",
        ),
        find=_personal,
    ),
)
