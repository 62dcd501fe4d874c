"""The spring campaign, drawn twice: as it should be, and as it goes wrong in real life."""

from __future__ import annotations

from dataclasses import dataclass

from sample import leaflets, newsletter, render, spring
from sample.brand import BRAND_FACES, COTTO, LATTE, MORA, OUT, SUBSTITUTE_FACES, Face

A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Slips:
    """Everything that can go wrong in what is drawn; the defaults are right."""

    card_red: str = COTTO
    story_ground: str = spring.STORY_GROUND
    logo_stretch: float = 1
    banner_red: str = COTTO
    poster_ground: str = spring.POSTER_GROUND
    poster_offer: str = spring.OFFER
    flyer: leaflets.FlyerWords = leaflets.FLYER
    brochure: leaflets.BrochureWords = leaflets.BROCHURE
    brochure_faces: dict[str, Face] | None = None
    picture_px: int = 1100
    email: newsletter.Words = newsletter.RIGHT


RIGHT = Slips()
WRONG = Slips(
    card_red="#D6303A",
    story_ground="#7A3FD0",
    logo_stretch=1.45,
    banner_red=MORA,
    poster_ground="#000000",
    poster_offer="−30 %",
    flyer=leaflets.FLYER_SLIPPED,
    brochure=leaflets.BROCHURE_SLIPPED,
    brochure_faces=SUBSTITUTE_FACES,
    picture_px=220,
    email=newsletter.WRONG,
)


def draw(*, right: bool) -> None:
    """Write one version of the campaign."""
    slips = RIGHT if right else WRONG
    folder = OUT / "campaigns" / ("spring-right" if right else "spring-wrong")
    online, offline = folder / "online", folder / "offline"
    render.png(spring.social_card(slips.card_red), online / "social-card.png", 1080)
    render.png(spring.story(slips.story_ground), online / "story.png", 1080)
    render.png(
        spring.wide_banner(slips.logo_stretch, slips.banner_red), online / "banner-970x250.png", 970
    )
    (online / "email.html").write_text(newsletter.page(slips.email), encoding="utf-8", newline="\n")
    ink = LATTE if slips.poster_ground == "#000000" else None
    poster = spring.poster(slips.poster_ground, slips.poster_offer, ink)
    offline.mkdir(parents=True, exist_ok=True)
    render.jpeg(poster, offline / "poster-a3.jpg", 1754, 150)
    render.pdf(
        [leaflets.flyer(slips.flyer)], offline / "flyer-a4.pdf", A4, "La primavera si versa piano"
    )
    faces = slips.brochure_faces or BRAND_FACES
    picture = render.pixels(leaflets.still_life(), slips.picture_px)
    pages = leaflets.brochure(slips.brochure, faces, picture)
    render.pdf(pages, offline / "brochure.pdf", A4, "Linea Brezza")
