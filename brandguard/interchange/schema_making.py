"""The sections of a profile file on type, and on how files are made for printers and screens."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from brandguard.interchange.schema_base import Medium, Ours, Percent

Size = Annotated[float, Field(gt=0, le=1000)]


class LeastSizes(Ours):
    """Least sizes of type, by role."""

    text: Size | None = None
    headline: Size | None = None


def _least(value: Any) -> Any:  # noqa: ANN401  pydantic hands over whatever stands in the file
    """Let one number stand for the least size of any text."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"text": value} if number else value


class TypographySection(Ours):
    """What brand.yml's own typography has no place for."""

    families: list[Annotated[str, Field(min_length=1)]] = Field(default_factory=list)
    """Families that are allowed besides those of `typography`."""
    fallbacks: list[Annotated[str, Field(min_length=1)]] = Field(default_factory=list)
    """Families that may stand in online, as Arial in an e-mail."""
    min_size: dict[
        Literal["online", "offline"] | Medium,
        Annotated[LeastSizes, BeforeValidator(_least, json_schema_input_type=Size | LeastSizes)],
    ] = Field(default_factory=dict)
    """By channel or medium: points for print, pixels for screens."""
    max_families: Annotated[int, Field(ge=1, le=20)] | None = None


class OfflineSection(Ours):
    """What a printer is to be given."""

    min_dpi: Annotated[float, Field(gt=0, le=2400)] | None = None
    colour: Literal["cmyk", "any"] = "any"
    spots: list[Annotated[str, Field(min_length=1)]] | None = None
    fonts_embedded: bool = False
    bleed_mm: Annotated[float, Field(ge=0, le=50)] | None = None
    build_tolerance: Percent = 3.0


def _pixels(value: Any) -> Any:  # noqa: ANN401  as above
    """Read «300x250», as banners are called."""
    parts = value.lower().replace("×", "x").split("x") if isinstance(value, str) else []
    whole = len(parts) == 2 and all(part.strip().isdigit() for part in parts)  # noqa: PLR2004  width and height
    return [int(part) for part in parts] if whole else value


Pixels = Annotated[
    tuple[Annotated[int, Field(gt=0)], Annotated[int, Field(gt=0)]],
    BeforeValidator(_pixels, json_schema_input_type=str | tuple[int, int]),
]
Kilobytes = Annotated[float, Field(gt=0)]


class OnlineSection(Ours):
    """What a screen is to be given."""

    sizes: dict[Medium, list[Pixels]] = Field(default_factory=dict)
    max_kb: Annotated[
        dict[Medium | Literal[""], Kilobytes],
        BeforeValidator(
            lambda v: v if isinstance(v, dict) else {"": v},
            json_schema_input_type=Kilobytes | dict[Medium, Kilobytes],
        ),
    ] = Field(default_factory=dict)
    """One figure for all, or one by medium."""
    colour: Literal["srgb", "any"] = "any"


class ProductionSection(Ours):
    """How files are made."""

    offline: OfflineSection | None = None
    online: OnlineSection | None = None
