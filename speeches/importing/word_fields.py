"""Fields of a .docx: results are text, instructions are not (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field

# Instruction → why its result is left out.
_DROPPED = {
    "PAGE": "页码没有带入",
    "NUMPAGES": "页码没有带入",
    "SECTIONPAGES": "页码没有带入",
    "TOC": "目录没有带入",
    "INDEX": "索引没有带入",
}
# They print nothing, or what they print is nothing to miss.
_SILENT = {"", "TC", "XE", "TA", "RD", "SET", "ASK", *_DROPPED}
_INSTRUCTION = "域代码没有带入"


@dataclass(slots=True)
class Field:
    """A field that is open; `skipped` is what stands in it and is left out."""

    instruction: str = ""
    has_result: bool = False
    skipped: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return next(iter(self.instruction.upper().split()), "")

    @property
    def is_text(self) -> bool:
        return self.has_result and self.name not in _DROPPED

    def left_out(self) -> tuple[str, str]:
        """What of it is not in the text, and why; both empty if nothing is missed."""
        text = "".join(self.skipped).strip()
        if text:
            return text, _DROPPED.get(self.name, _INSTRUCTION)
        if not self.has_result and self.name not in _SILENT:
            return self.instruction.strip(), _INSTRUCTION
        return "", ""


class Fields:
    """The fields that are open at one place of the text, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def silent(self) -> Field | None:
        """The outermost field that keeps text at this place from being printed, or None."""
        return next((one for one in self._open if not one.is_text), None)

    def begin(self, instruction: str = "", *, has_result: bool = False) -> None:
        self._open.append(Field(instruction, has_result))

    def instruct(self, text: str) -> None:
        """More of the instruction of the innermost field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """From here on it is the result."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> tuple[str, str]:
        """What the innermost field leaves out, as `Field.left_out`."""
        return self._open.pop().left_out() if self._open else ("", "")

    def end_all(self) -> list[tuple[str, str]]:
        """The same for fields that nothing ends."""
        return [self.end() for _ in range(len(self._open))]
