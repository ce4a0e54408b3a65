"""不再提示: a finding was looked at and left, here or in the whole speech; taken back by 恢复."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s

from speeches.checks.base import Finding
from speeches.document.normalising import normalise_line
from speeches.enums import IgnoreScope
from speeches.models import Ignore, Speech, User

REASON = "已核对"
_ALIKE = ("speech_id", "rule", "scope", "reason", "by_id")


def ignore(
    speech: Speech,
    findings: Iterable[Finding],
    *,
    scope: str,
    reason: str = "",
    actor: User | None,
) -> None:
    """Show these findings no more; asked twice it is done once, for the first reason.

    The text of the speech stays as it is, and so does its revision.
    """
    because = normalise_line(reason).strip() or REASON
    rows = {
        (finding.rule, _key(finding, scope)): Ignore(
            speech=speech,
            rule=finding.rule,
            scope=scope,
            key=_key(finding, scope),
            text=finding.text,
            reason=because,
            by=actor,
        )
        for finding in findings
    }
    Ignore.objects.bulk_create(rows.values(), ignore_conflicts=True)


def lift(row: Ignore) -> None:
    """The findings are shown again; twice is once."""
    Ignore.objects.filter(pk=row.pk).delete()


def lift_alike(row: Ignore) -> None:
    """The same of all rows that are `alike`."""
    Ignore.objects.filter(**dict(zip(_ALIKE, alike(row), strict=True))).delete()


def alike(row: Ignore) -> tuple[object, ...]:
    """Equal for what one person left of one rule in one speech, as far and for the same reason."""
    return tuple(getattr(row, name) for name in _ALIKE)


def _key(finding: Finding, scope: str) -> str:
    """Of a finding at one place its own key; else one made of the text, however long that is."""
    if scope == IgnoreScope.HERE:
        return finding.key
    return blake2s(finding.text.encode(errors="surrogatepass"), digest_size=10).hexdigest()
