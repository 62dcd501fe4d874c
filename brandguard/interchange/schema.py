"""The shape of a profile file: brand.yml 1.x, and our part under defaults.brandguard.

brand.yml's own sections keep unknown keys, since other tools read the same file. Unknown keys in
our part are errors.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    model_validator,
)

from brandguard.interchange.schema_base import Build, Medium, Ours, Theirs
from brandguard.interchange.schema_making import ProductionSection, TypographySection
from brandguard.language.formats import read_percent, read_price
from brandguard.model.profile import (
    DEFAULT_FALSE_ALARMS,
    DEFAULT_TOLERANCE,
    PictureTrait,
    VoiceTrait,
)
from brandguard.model.said import Said

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Severity = Annotated[
    Literal["fail", "warn", "note", "off"],
    BeforeValidator(  # YAML 1.1 reads `off` as false
        lambda v: "off" if v is False else v,
        json_schema_input_type=Literal["fail", "warn", "note", "off", False],
    ),
]
Number = Annotated[float, Field(allow_inf_nan=False)]


def _ordered(pair: tuple[float, float]) -> tuple[float, float]:
    if pair[0] > pair[1]:
        raise ValueError(Said("the lower limit must come first: [low, high]"))
    return pair


Range = Annotated[tuple[Number, Number], AfterValidator(_ordered)]
Share = Annotated[
    tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]],
    AfterValidator(_ordered),
]
Tolerance = Annotated[float, Field(gt=0, le=100)]


def _as_field(name: str, shape: type[BaseModel]) -> BeforeValidator:
    """Let a plain string stand for an object of this shape with one field."""
    return BeforeValidator(
        lambda v: {name: v} if isinstance(v, str) else v, json_schema_input_type=str | shape
    )


class ColourRule(Ours):
    """What is wanted of one colour of color.palette."""

    tolerance: Tolerance | None = None
    share: Share | None = None
    core: bool = False
    cmyk: Build | None = None
    """How it is built in print, in per cent: [0, 95, 85, 5]."""
    spot: Annotated[str, Field(min_length=1)] | None = None
    """The spot ink that prints it: PANTONE 186 C."""


class ForbiddenColour(Ours):
    """A colour that must not be used."""

    color: str
    name: str = ""
    tolerance: Tolerance = DEFAULT_TOLERANCE


class ForbiddenPair(Ours):
    """Two colours that must not meet: names of the palette, or colours."""

    colors: tuple[str, str]
    tolerance: Tolerance = DEFAULT_TOLERANCE
    reason: str | None = None


Contrast = Annotated[float, Field(ge=1, le=21)]


class ContrastRule(Ours):
    """The least contrast of text with its ground."""

    text: Contrast = 4.5
    large: Contrast = 3.0


def _contrast(value: Any) -> Any:  # noqa: ANN401  pydantic hands over whatever stands in the file
    """Let one number stand for both: WCAG asks of large text 3 where it asks 4.5, 4.5 where 7."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"text": value, "large": max(1.0, min(value / 1.5, 4.5))}
    return value


def _pair(value: Any) -> Any:  # noqa: ANN401  as above
    """Let a plain list of two colours stand for a pair."""
    return {"colors": value} if isinstance(value, list) else value


# What may stand in the file is wider than what is kept: the published schema tells.
_CONTRAST = BeforeValidator(_contrast, json_schema_input_type=Contrast | ContrastRule)
_PAIR = BeforeValidator(_pair, json_schema_input_type=tuple[str, str] | ForbiddenPair)


class BlackSection(Ours):
    """How black is built for print: cyan, magenta, yellow, black in per cent."""

    rich: Build | None = None
    text: Build | None = None
    max_ink: Annotated[float, Field(gt=0, le=400)] | None = None


class ColourSection(Ours):
    """How strictly colours are judged."""

    tolerance: Tolerance = DEFAULT_TOLERANCE
    core: Literal["all", "any"] = "all"
    palette: dict[str, ColourRule] = Field(default_factory=dict)
    forbidden: list[Annotated[ForbiddenColour, _as_field("color", ForbiddenColour)]] = Field(
        default_factory=list
    )
    forbidden_pairs: list[Annotated[ForbiddenPair, _PAIR]] = Field(default_factory=list)
    contrast: Annotated[ContrastRule, _CONTRAST] | None = None
    black: BlackSection | None = None
    tints: bool = True
    room: dict[Literal["COL001", "COL002"], Annotated[float, Field(ge=0, le=1)]] = Field(
        default_factory=dict
    )
    """Part of the area that all findings of the rule may cover and still be notes."""
    print_icc: str | None = None


class LogoRule(Ours):
    """What is wanted of a logo; `clear_space` counts in heights of the logo."""

    clear_space: Annotated[float, Field(ge=0, le=1.5)] | None = None
    min_width_mm: Annotated[float, Field(gt=0)] | None = None
    min_width_px: Annotated[float, Field(gt=0)] | None = None
    min_contrast: Annotated[float, Field(ge=1, le=21)] | None = None
    max_rotation: Annotated[float, Field(ge=0, le=180)] | None = None
    distortion: Annotated[float, Field(ge=0, le=1)] | None = None
    versions: bool | None = None


class OneLogo(LogoRule):
    """The same for one logo of the `logo` section, and what it is there for."""

    role: Literal["primary", "reversed", "mono", "symbol", "legacy"] | None = None
    forbidden: bool = False
    """The same as the role `legacy`."""


class LogoDuty(Ours):
    """Where a logo must be."""

    media: list[Medium] = Field(default_factory=list)
    channel: Literal["online", "offline"] | None = None


class LogoSection(LogoRule):
    """How logos are judged: limits for all of them, and for single ones by name."""

    required: bool | LogoDuty = False
    images: dict[str, OneLogo] = Field(default_factory=dict)


class ImagerySection(Ours):
    """The look of pictures: ranges of traits."""

    traits: dict[PictureTrait, Range] = Field(default_factory=dict)


Wanted = Literal["informal", "plural", "formal", "none"]
WrittenAddress = Literal[
    "tu", "tú", "you", "voi", "vosotros", "Lei", "lei", "usted", "ustedes",
    "informal", "plural", "formal", "none",
]  # fmt: skip
_PLAIN_ADDRESS = {
    "tu": "informal", "tú": "informal", "you": "informal", "voi": "plural", "vosotros": "plural",
    "lei": "formal", "usted": "formal", "ustedes": "formal",
}  # fmt: skip


def _address(value: Any) -> Any:  # noqa: ANN401  pydantic hands over whatever stands in the file
    return _PLAIN_ADDRESS.get(value.strip().lower(), value) if isinstance(value, str) else value


class VoiceSection(Ours):
    """How the brand speaks."""

    address: dict[
        Language,
        Annotated[Wanted, BeforeValidator(_address, json_schema_input_type=WrittenAddress)],
    ] = Field(default_factory=dict)
    traits: dict[Language, dict[VoiceTrait, Range]] = Field(default_factory=dict)


def _pattern(term: str) -> str:
    """Refuse a «regex:» term that is no pattern."""
    if term.startswith("regex:"):
        import regex

        try:
            regex.compile(term.removeprefix("regex:"))
        except regex.error as error:
            raise ValueError(Said("the pattern is wrong: {why}", why=error)) from error
    return term


class BannedTerm(Ours):
    """A term that must not be used."""

    term: Annotated[str, Field(min_length=1), AfterValidator(_pattern)]
    language: Language | None = None
    instead: str | None = None


class PreferredTerm(Ours):
    """The one way to say a thing, and the ways not to."""

    use: Annotated[str, Field(min_length=1)]
    avoid: Annotated[list[str], Field(min_length=1)]
    language: Language | None = None


class RequiredText(Ours):
    """Text that must be there."""

    text: Annotated[str, Field(min_length=1)]
    language: Language | None = None
    media: list[Medium] = Field(default_factory=list)
    channel: Literal["online", "offline"] | None = None


def _price(example: str) -> str:
    """Refuse an example that is no price in figures."""
    if read_price(example) is None:
        raise ValueError(Said("write one price as the brand writes it, with its sign: 19,90 €"))
    return example


def _percent(example: str) -> str:
    """Refuse an example that is no percentage."""
    if read_percent(example) is None:
        raise ValueError(Said("write one percentage as the brand writes it: 20 %"))
    return example


class FormatsSection(Ours):
    """How figures are written in one language, each shown by an example."""

    price: Annotated[str, AfterValidator(_price)] | None = None
    percent: Annotated[str, AfterValidator(_percent)] | None = None


class WordingSection(Ours):
    """The brand's words."""

    banned: list[Annotated[BannedTerm, _as_field("term", BannedTerm)]] = Field(default_factory=list)
    preferred: list[PreferredTerm] = Field(default_factory=list)
    names: list[Annotated[str, Field(min_length=1)]] = Field(default_factory=list)
    required: list[Annotated[RequiredText, _as_field("text", RequiredText)]] = Field(
        default_factory=list
    )
    formats: dict[Language, FormatsSection] = Field(default_factory=dict)


FactKind = Literal["phone", "email", "url", "handle", "hashtag", "code"]
OneOrMore = Annotated[
    list[Annotated[str, Field(min_length=1)]],
    Field(min_length=1),
    BeforeValidator(
        lambda v: [v] if isinstance(v, str) else v, json_schema_input_type=str | list[str]
    ),
]


class MessageSection(Ours):
    """What the message must say."""

    claim: dict[Language, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    facts: dict[FactKind, OneOrMore] = Field(default_factory=dict)


class Weights(Ours):
    """How much each dimension counts."""

    colour: Annotated[float, Field(ge=0)] | None = None
    logo: Annotated[float, Field(ge=0)] | None = None
    typography: Annotated[float, Field(ge=0)] | None = None
    imagery: Annotated[float, Field(ge=0)] | None = None
    voice: Annotated[float, Field(ge=0)] | None = None
    message: Annotated[float, Field(ge=0)] | None = None
    production: Annotated[float, Field(ge=0)] | None = None


Limit = Annotated[float, Field(gt=0, le=100)]


class LearnedLimits(Ours):
    """Where the learned distances begin to warn; 1 is as it was learned."""

    look: Limit = 1.0
    voice: dict[Language, Limit] = Field(default_factory=dict)


class LearnedSection(Ours):
    """Written by `learn`: which file holds the reference, and how many examples made it."""

    file: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    pictures: int = 0
    texts: dict[Language, int] = Field(default_factory=dict)
    colours: list[str] = Field(default_factory=list)
    """Names of the palette's colours that were learned rather than written."""
    limits: LearnedLimits = LearnedLimits()


class BrandGuardSection(Ours):
    """Everything that brand.yml has no place for."""

    extends: str | None = None
    languages: list[Language] = Field(default_factory=list)
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    colour: ColourSection = ColourSection()
    logo: LogoSection = LogoSection()
    imagery: ImagerySection = ImagerySection()
    typography: TypographySection = TypographySection()
    production: ProductionSection = ProductionSection()
    voice: VoiceSection = VoiceSection()
    wording: WordingSection = WordingSection()
    message: MessageSection = MessageSection()
    rules: dict[Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")], Severity] = Field(
        default_factory=dict
    )
    weights: Weights = Weights()
    false_alarms: Annotated[float, Field(gt=0, le=0.5)] = DEFAULT_FALSE_ALARMS
    learned: LearnedSection | None = None


class NameSection(Theirs):
    """meta.name in its long form."""

    short: str | None = None
    full: str | None = None


class MetaSection(Theirs):
    """Who the brand is."""

    name: Annotated[NameSection, _as_field("short", NameSection)] = NameSection()


class ColorSection(Theirs):
    """brand.yml's colours: a palette of names, and roles that point into it or are colours."""

    palette: dict[str, str] = Field(default_factory=dict)


class DefaultsSection(Theirs):
    """Settings for single tools; ours is one of them."""

    brandguard: BrandGuardSection = BrandGuardSection()


def _nothing_is_empty(value: Any) -> Any:  # noqa: ANN401  as above
    return {} if value is None else value


class ProfileFile(Theirs):
    """A whole profile file."""

    meta: Annotated[MetaSection, BeforeValidator(_nothing_is_empty)] = MetaSection()
    color: Annotated[ColorSection, BeforeValidator(_nothing_is_empty)] = ColorSection()
    defaults: Annotated[DefaultsSection, BeforeValidator(_nothing_is_empty)] = DefaultsSection()

    @model_validator(mode="before")
    @classmethod
    def _drop_empty_sections(cls, value: Any) -> Any:  # noqa: ANN401  as above
        defaults = value.get("defaults") if isinstance(value, dict) else None
        if isinstance(defaults, dict) and defaults.get("brandguard", 0) is None:
            value = {**value, "defaults": {**defaults, "brandguard": {}}}
        return value
