"""One integer length for the whole program.

English Metric Units, because they are exact for every unit an office file uses: 1 mm = 36000, 1 pt = 12700,
1 half-point = 6350, 1 twip = 635 (ECMA-376 part 1, 20.1.2.1).
"""

from dataclasses import dataclass

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_HALF_POINT = 6_350
EMU_PER_TWIP = 635


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length in EMU. Made by `mm`, `pt`; adding and scaling keep the type."""

    emu: int

    def __add__(self, other: "Length") -> "Length":
        return Length(self.emu + other.emu)

    def __sub__(self, other: "Length") -> "Length":
        return Length(self.emu - other.emu)

    def __mul__(self, factor: float) -> "Length":
        return Length(round(self.emu * factor))

    def __truediv__(self, other: "Length") -> float:
        return self.emu / other.emu

    @property
    def mm(self) -> float:
        return self.emu / EMU_PER_MM

    @property
    def pt(self) -> float:
        return self.emu / EMU_PER_PT

    @property
    def twips(self) -> int:
        return round(self.emu / EMU_PER_TWIP)

    @property
    def half_points(self) -> int:
        return round(self.emu / EMU_PER_HALF_POINT)

    @property
    def centipoints(self) -> int:
        """Hundredths of a point, the size unit of DrawingML text."""
        return round(self.emu * 100 / EMU_PER_PT)


def mm(value: float) -> Length:
    return Length(round(value * EMU_PER_MM))


def pt(value: float) -> Length:
    return Length(round(value * EMU_PER_PT))


def length(text: str) -> Length:
    """Read a theme's length: "37mm" or "16pt". Raises ValueError for any other unit."""
    for suffix, make in (("mm", mm), ("pt", pt)):
        if text.endswith(suffix):
            return make(float(text.removesuffix(suffix)))
    raise ValueError(f"a length needs mm or pt: {text!r}")
