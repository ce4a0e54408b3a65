"""What numbers are read with: the words behind them, and the numerals themselves."""

from __future__ import annotations

from speeches.checks.scope import Scope, Seen

# Behind a first digit: the number begins here. Marks may be half-width, so 3,1-7月 is no 3,1.
BEGINS = r"(?<![0-9].)(?<![0-9][.,].)"
# A measure word or a unit; the longer ones first, as the first that fits is taken.
MEASURE = (
    "(?:(?:亿|万)?美?元|(?:亿|万)?平方(?:公里|米)|(?:亿|万)?立方米|(?:亿|万)?人次?|万(?:亩|吨|户|件|名|个)"
    "|个(?:百分点|小时|月)?|公里|小时|分钟|名|家|所|项|条|件|位|次|户|套|台|辆|座|处|间|栋|幢|亩|吨|米|天|年|岁|倍|种|成"
    "|[%％])"
)
ARABIC = r"[0-9][0-9,]*+(?:\.[0-9]++)?[百千万亿]{0,2}"
HAN_NUMERAL = "[一二两三四五六七八九十百千万亿]{1,9}"
NUMBER = f"(?:{ARABIC}|{HAN_NUMERAL})"


def before(scope: Scope, seen: Seen, length: int) -> str:
    """Up to `length` characters of the sentence before what was seen."""
    return scope.texts[seen.block][max(seen.start - length, 0) : seen.start].rpartition("。")[2]
