"""The one way to save text: of Speech, Node, Figure, Meeting and PageFormat.

Every change of a draft begins by counting its revision up. That statement takes the lock on the
speech, so that changes of one speech follow one another on both databases, and nothing is changed
that is final. A meeting is locked before its speeches: a change of a speech waits for no meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from speeches import rules
from speeches.document.normalising import normalise, normalise_line
from speeches.enums import SpeechState
from speeches.models import Department, History, Meeting, PageFormat, Speech, User, Versioned
from speeches.services.refusals import AlreadyFinal, Conflict, Difference, Gone, VersionMissing

Values = dict[Any, Any]  # from a field to the value that its column is to hold
VersionedRow = TypeVar("VersionedRow", bound=Versioned)


def save(
    row: Versioned,
    changes: Mapping[str, Any],
    *,
    seen: int | None,
    actor: User | None,
    marks: Mapping[str, Any] | None = None,
) -> bool:
    """Replace fields of `row` if it still has the version `seen`; tell whether anything changed.

    In one transaction: the revision of the speech (of a meeting's drafts), the row with its
    version, and a History record for every field that changed. `changes` holds editable fields
    by name, relations as rows or keys. `marks` are columns without text that go with them; alone
    they leave the version as it is. Where the row says what `changes` say, nothing is counted or
    recorded. `row` holds the new values afterwards.

    Raises VersionMissing, ValidationError (by field), AlreadyFinal, Gone or Conflict; then
    nothing was changed.
    """
    with change_of(_speech_key(row), actor):
        written = replace(row, changes, seen=seen, actor=actor, marks=marks)
        if not written:
            transaction.set_rollback(True)
        elif isinstance(row, Meeting):
            _count_up(Speech.objects.filter(meeting=row.pk), actor)
    return written


def replace(
    row: Versioned,
    changes: Mapping[str, Any],
    *,
    seen: int | None,
    actor: User | None,
    marks: Mapping[str, Any] | None = None,
) -> bool:
    """The half of `save` for a verb that has begun a change already.

    So several rows are one change, and one revision: where none of them was written, the verb
    sets the rollback, as `save` does.
    """
    if seen is None:
        raise VersionMissing
    values = _cleaned(row, changes)
    written, besides = _replace(row, values, dict(marks or {}), seen, actor)
    _show(row, values, besides)
    return written


def overwrite(row: Versioned, texts: Mapping[str, str], *, actor: User | None) -> None:
    """Give a row, deleted or not, other texts; it was read since the change of its speech began.

    That change keeps others out, so no version is asked for; the row gets a new one all the same,
    and a History record for every text. Raises ValidationError (by field).
    """
    values = _cleaned(row, texts)
    records = [_record(row, field, actor) for field in values]
    besides = {"version": row.version + 1}
    columns = {field.attname: value for field, value in values.items()} | besides
    type(row)._base_manager.filter(pk=row.pk).update(**columns)
    History.objects.bulk_create(records)
    _show(row, values, besides)


def insert(row: VersionedRow, *, actor: User | None) -> VersionedRow:
    """Add a row that was never saved; a speech that it belongs to counts its revision up.

    Raises ValidationError (by field), AlreadyFinal or Gone.
    """
    if isinstance(row, Speech):
        row.created_by = row.changed_by = actor
    with change_of(_speech_key(row), actor):
        return add(row)


def add(row: VersionedRow) -> VersionedRow:
    """The half of `insert` for a verb that has begun a change already."""
    if row.pk is not None:
        raise ValueError(f"{row!r} is in the database already: use save()")
    _check_constraints(row, _clean(row))
    type(row)._base_manager.bulk_create([row])
    return row


def add_all(rows: Sequence[VersionedRow]) -> None:
    """`add` for many rows of one model in one statement, by a verb that makes all their values.

    Their fields are normalised and validated; what they must not be together, only the database
    refuses. Raises ValidationError (by field).
    """
    for row in rows:
        _clean(row)
    if rows:
        type(rows[0])._base_manager.bulk_create(rows)


def _clean(row: Versioned) -> list[str]:
    """Normalise and validate what can be edited; the names of those fields."""
    fields = [field for field in _fields(row) if field.editable]
    _show(row, _cleaned(row, {field.name: _held(row, field) for field in fields}), {})
    return [field.name for field in fields]


@contextmanager
def change_of(speech_key: int | None, actor: User | None) -> Iterator[None]:
    """A transaction in which a draft changes: counts its revision up, and so locks it.

    Without a key (of no speech, or a new one) it is a transaction and nothing more. Raises
    AlreadyFinal or Gone.
    """
    with transaction.atomic():
        if speech_key is not None and not _count_up(Speech.objects.filter(pk=speech_key), actor):
            raise _no_draft(speech_key)
        yield


def _count_up(speeches: models.QuerySet[Speech], actor: User | None) -> int:
    return speeches.filter(state=SpeechState.DRAFT).update(
        revision=F("revision") + 1, changed_at=timezone.now(), changed_by=actor
    )


def _no_draft(speech_key: int) -> AlreadyFinal | Gone:
    speech = Speech.objects.filter(pk=speech_key).first()
    return AlreadyFinal(rules.may_be_changed(speech).reason) if speech else Gone()


def _speech_key(row: Versioned) -> int | None:
    """None for a meeting, a page format, and for a speech that is new."""
    return row.pk if isinstance(row, Speech) else getattr(row, "speech_id", None)


# --- What comes in ---------------------------------------------------------------------------


def _fields(row: Versioned) -> Iterable[Any]:
    return (field for field in row._meta.concrete_fields if not field.primary_key)


def _cleaned(row: Versioned, changes: Mapping[str, Any]) -> Values:
    """The values by field, normalised and valid. Raises ValidationError with all that are not."""
    fields = {field.name: field for field in _fields(row) if field.editable}
    if unknown := sorted(set(changes) - set(fields)):
        raise TypeError(f"{type(row).__name__} cannot save {', '.join(unknown)}")
    values, errors = {}, {}
    for name, value in changes.items():
        try:
            values[fields[name]] = fields[name].clean(_normalised(fields[name], value), row)
            _check_bureau(row, fields[name], values[fields[name]])
        except ValidationError as error:
            errors[name] = error.error_list
    if errors:
        raise ValidationError(errors)
    return values


def _normalised(field: Any, value: Any) -> Any:
    """A related row becomes its key. Text of nothing but blanks is no text where one is needed."""
    if isinstance(value, models.Model):
        return value.pk
    if not isinstance(value, str):
        return value
    text = normalise(value) if isinstance(field, models.TextField) else normalise_line(value)
    return text if field.blank or text.strip() else ""


def _check_bureau(row: Versioned, field: Any, key: Any) -> None:
    """Nothing crosses a bureau: a division or meeting of another one is refused."""
    if field.related_model not in (Department, Meeting) or key is None:
        return
    if not field.related_model.objects.filter(pk=key, bureau=row.bureau_id).exists():
        raise ValidationError(f"所选的{field.verbose_name}不在本单位，请重新选择。")


def _check_constraints(row: Versioned, names: Iterable[str]) -> None:
    """Raise ValidationError for what the database would refuse about the fields `names`.

    Asked under the lock on the speech, so that no one can bring it about in between.
    """
    errors: dict[str, list[ValidationError]] = {}
    model: Any = row._meta.concrete_model
    for constraint in model._meta.constraints:
        concerned = _names_in(constraint).intersection(names)
        try:
            if concerned:
                constraint.validate(model, row)
        except ValidationError as error:
            errors.setdefault(min(concerned), []).append(error)
    if errors:
        raise ValidationError(errors)


def _names_in(constraint: Any) -> set[str]:
    if isinstance(constraint, models.UniqueConstraint):
        return set(constraint.fields)
    return set(constraint.condition.referenced_base_fields)


# --- What is written -------------------------------------------------------------------------


def _replace(
    row: Versioned, values: Values, marks: dict[str, Any], seen: int, actor: User | None
) -> tuple[bool, dict[str, Any]]:
    """Write `values` over the version `seen`; whether that was needed, and the other columns."""
    current = _standing(row)
    changed = {field: value for field, value in values.items() if _held(current, field) != value}
    if not changed and not marks:
        return False, {"version": current.version}
    history = [_record(current, field, actor) for field in changed]
    _show(current, changed, {})
    names = [field.name for field in changed]
    _check_constraints(current, names)
    besides = current.also_set(names) | marks | {"version": seen + bool(changed)}
    columns = {field.attname: value for field, value in changed.items()} | besides
    rows = type(current)._base_manager.filter(pk=row.pk, version=seen)
    if current.version != seen or not rows.update(**columns):
        raise _conflict(_standing(row), values, seen)
    History.objects.bulk_create(history)
    return True, besides


def _standing(row: Versioned) -> Versioned:
    model: Any = row._meta.concrete_model
    current = model.objects.standing().filter(pk=row.pk).first()
    if current is None:
        raise Gone
    return current


def _held(row: Versioned, field: Any) -> Any:
    return getattr(row, field.attname)


def _show(row: Versioned, values: Values, besides: Mapping[str, Any]) -> None:
    for field, value in values.items():
        setattr(row, field.attname, value)
    for name, value in besides.items():
        setattr(row, name, value)


def _record(current: Versioned, field: Any, actor: User | None) -> History:
    """The record that `field` held what `current` holds."""
    return History(
        speech_id=_speech_key(current),
        meeting_id=current.pk if isinstance(current, Meeting) else None,
        bureau_id=current.bureau_id if isinstance(current, PageFormat) else None,
        table=current._meta.model_name,
        key=current.pk,
        field=field.name,
        replaced="" if _held(current, field) is None else field.value_to_string(current),
        version=current.version,
        actor=actor,
    )


# --- What stands against it ------------------------------------------------------------------


def _conflict(theirs: Versioned, values: Values, seen: int) -> Conflict:
    """The fields in which mine and theirs differ."""
    differences = tuple(
        Difference(
            field.name,
            str(field.verbose_name),
            mine,
            _held(theirs, field),
            _base(theirs, field, seen),
        )
        for field, mine in values.items()
        if mine != _held(theirs, field)
    )
    return Conflict(differences, theirs.version)


def _base(current: Versioned, field: Any, seen: int) -> Any:
    """What `field` held at the version `seen`: what was first replaced since, if anything was."""
    table: Any = current._meta.model_name
    records = History.objects.of(table, current.pk).filter(field=field.name, version__gte=seen)
    record = records.first()
    if record is None:
        return _held(current, field)
    return None if field.null and not record.replaced else field.to_python(record.replaced)
