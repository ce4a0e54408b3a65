"""Rows: fields, constraints and querysets that read as English. Verbs live in `services`."""

from speeches.models.edition import PageFormat
from speeches.models.exports import Export
from speeches.models.final import FinalCopy
from speeches.models.history import History
from speeches.models.importing import Import
from speeches.models.ledger import Figure
from speeches.models.meeting import Meeting
from speeches.models.outline import (
    AchievementCategory,
    Item,
    Node,
    Priority,
    Problem,
    Requirement,
    Section,
)
from speeches.models.people import Bureau, Department, User
from speeches.models.proofreading import Ignore, Person, RuleOff, Word
from speeches.models.speech import Speech
from speeches.models.versioned import DirectWrite, Versioned

__all__ = [
    "AchievementCategory",
    "Bureau",
    "Department",
    "DirectWrite",
    "Export",
    "Figure",
    "FinalCopy",
    "History",
    "Ignore",
    "Import",
    "Item",
    "Meeting",
    "Node",
    "PageFormat",
    "Person",
    "Priority",
    "Problem",
    "Requirement",
    "RuleOff",
    "Section",
    "Speech",
    "User",
    "Versioned",
    "Word",
]
