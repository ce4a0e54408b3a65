"""One normaliser for every text that comes in, so that whatever is saved can be exported.

It drops what no page can show and no XML can hold, and keeps every character that a person can
see, rare Han characters and variation selectors among them.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# NFC replaces compatibility ideographs, which occur in personal names, by look-alikes.
_COMPATIBILITY_HAN = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_BLANKS = re.compile(r"\s+")


def normalise(text: str) -> str:
    """`text` in NFC, lines ended by ``\\n``, without invisible characters.

    Dropped: control, zero-width and bidi-control characters, lone surrogates and noncharacters
    (Unicode 15, 23.7). A tab becomes a space; every other kind of line end becomes ``\\n``.
    Idempotent; never raises.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = "".join(character for character in text if _is_kept(character))
    pieces = _COMPATIBILITY_HAN.split(text)
    # Odd pieces are the compatibility ideographs that the split captured.
    return "".join(
        piece if index % 2 else unicodedata.normalize("NFC", piece)
        for index, piece in enumerate(pieces)
    )


def normalise_line(text: str) -> str:
    """`normalise` for a field of one line: line ends become spaces, outer blanks go."""
    return normalise(text).replace("\n", " ").strip()


def without_blanks(text: str) -> str:
    """`text` without any white space: how names of figures and headings are compared."""
    return _BLANKS.sub("", text)


def _is_kept(character: str) -> bool:
    if character == "\n" or character.isprintable():
        return True
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return not noncharacter and unicodedata.category(character) not in ("Cc", "Cf", "Cs")
