"""What the sections of a profile file are made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Medium = Literal[
    "social", "banner", "web", "email", "search-ad", "sms", "video", "flyer", "poster",
    "billboard", "brochure", "press-ad", "press-release", "direct-mail", "business-card", "stand",
    "catalogue", "radio", "tv", "other",
]  # fmt: skip


class Ours(BaseModel):
    """A section of our own: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Theirs(BaseModel):
    """A section of brand.yml: unknown keys belong to other tools."""

    model_config = ConfigDict(extra="allow", frozen=True)


Percent = Annotated[float, Field(ge=0, le=100)]
Build = tuple[Percent, Percent, Percent, Percent]
