"""Where people turn: phone numbers, links, mailboxes, handles, hashtags, codes and addresses."""

# ruff: noqa: E501, SIM905  the alternatives of a pattern are read in one line, words as a text
from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

import regex

if TYPE_CHECKING:
    from brandguard.measures.facts.passage import Passage

I = regex.IGNORECASE  # noqa: E741  the flag's own short name
TLDS = (
    "it es com org net eu io app shop store info biz co uk us fr de pt ch at nl be ie mx ar cl pe uy cat "
    "gal eus tv me studio design art cafe bar pizza wine restaurant hotel club fitness academy school dental "
    "travel tours events tickets museum gallery photography fashion shoes beauty health care clinic online "
    "site website live link page blog news dev ai example test gov edu int coop pro name roma bcn madrid barcelona"
).split()
_DOMAIN = r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,4}"
_TLD = "|".join(sorted(TLDS, key=len, reverse=True))
_TAIL = r"(?::\d{2,5})?(?:[/?#][^\s<>\"'«»“”()\[\]{}]{0,2000})?"
_URL = regex.compile(
    rf"(?:https?://(?:[^\s/@<>\"]{{1,200}}@)?{_DOMAIN}\p{{L}}{{2,18}}|(?<![\w@.-])(?:www\.{_DOMAIN}\p{{L}}{{2,18}}|{_DOMAIN}(?:{_TLD}))(?![\w@-]|\.\p{{L}})){_TAIL}",
    I,
)
_SPOKEN_URL = regex.compile(
    rf"(?<![\p{{L}}\d])(?P<host>(?:(?:vu vu vu|www|triple w|uve doble)[ .](?:punto |dot )?(?:[\p{{L}}\d-]{{2,30}}\s(?!punto|dot))?)?[\p{{L}}\d-]{{2,40}}(?:\s(?:punto|dot)\s[\p{{L}}\d-]{{2,40}}){{0,2}}\s(?:punto|dot)\s(?:{_TLD}))\b(?:\s(?:barra|slash|forward slash)\s(?P<path>[\p{{L}}\d-]{{2,40}}))?",
    I,
)
_EMAIL = regex.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}\p{L}{2,18}(?![\w@])", I)
_HANDLE = regex.compile(
    r"(?<![\w@./])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?(?![\w@]|\.\w)"
)
_HASHTAG = regex.compile(r"(?<![\w#&/])#(?=[\w]*\p{L})[\p{L}\p{N}_]{2,60}")
_HEX = regex.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_PLATFORM = regex.compile(
    r"\b(instagram|insta|ig|facebook|fb|tiktok|twitter|x|youtube|linkedin|telegram|whatsapp)\b\W{0,3}$",
    I,
)
_SAME_PLATFORM = {"insta": "instagram", "ig": "instagram", "fb": "facebook", "x": "twitter"}
TRACKING = ("utm_", "mc_", "pk_", "_ga", "_gl")
TRACKERS = frozenset(
    {
        "gclid",
        "fbclid",
        "msclkid",
        "igshid",
        "igsh",
        "yclid",
        "dclid",
        "ref",
        "source",
        "si",
        "mibextid",
    }
)


def find_links(passage: Passage) -> None:
    """Note mailboxes, links, handles and hashtags."""
    for match in list(passage.matches(_EMAIL)):
        passage.note("email", match.group().lower().rstrip("."), *match.span())
    for match in list(passage.matches(_URL)):
        _link(passage, match)
    for match in list(passage.matches(_SPOKEN_URL)):
        host = regex.sub(r"\s(?:punto|dot)\s", ".", match["host"].lower(), flags=I)
        host = regex.sub(r"^(?:vu vu vu|www|triple w|uve doble)[ .]", "", host, flags=I).replace(
            " ", ""
        )
        if host.partition(".")[0] in {"web", "sito", "sitio", "site", "nostro", "nuestra"}:
            continue
        value = url_value(host + (f"/{match['path']}" if match["path"] else ""))
        passage.note("url", value, *match.span(), "", spoken="1")
    for match in list(passage.matches(_HANDLE)):
        near = _PLATFORM.search(passage.text[max(0, match.start() - 14) : match.start()])
        name = near.group(1).lower() if near else ""
        details = {"platform": _SAME_PLATFORM.get(name, name)} if name else {}
        start, end = match.span()
        passage.note("handle", match.group().lower(), start, end, "", **details)
    for match in list(passage.matches(_HASHTAG)):
        tag = match.group()
        if not (_HEX.fullmatch(tag) and any(c.isdigit() for c in tag)):
            passage.note("hashtag", tag.casefold(), *match.span())


def _link(passage: Passage, match: regex.Match[str]) -> None:
    raw = regex.sub(r"[.,;:!?…*_]+$", "", match.group())
    host = regex.split(r"[/?#]", regex.sub(r"^https?://", "", raw, flags=I))[0]
    bare = not regex.match(r"https?://|www\.", raw, I)
    top = host.rsplit(".", 1)[-1]
    if bare and not (top.islower() or host.isupper()):
        return  # «gratis.Info» is two sentences without a space
    passage.note("url", url_value(raw), match.start(), match.start() + len(raw))


def url_value(raw: str) -> str:
    """Give host and path of a link, without scheme, www, tracking, trailing slash; in lower case."""
    text = raw if regex.match(r"https?://", raw, I) else f"https://{raw}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return raw.casefold()
    kept = [
        (k, v)
        for k, v in parse_qsl(parts.query)
        if not k.lower().startswith(TRACKING) and k.lower() not in TRACKERS
    ]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    path = regex.sub(r"/(?:index\.\w{2,5})?$", "", parts.path).casefold()
    return unicodedata.normalize("NFC", host + path + query)


_PHONE = regex.compile(
    r"(?<![\w/.,€£$-])(?:\(?\+\d{1,3}\)?[\s.-]?|00\d{2}[\s.-])?\(?\d(?:[\s./()–-]{0,2}\d){5,13}(?![\w%€£$]|[.,]\d|\s?(?:€|£|euro))"
)
_PHONE_CUE = regex.compile(
    r"(?:\b(?:tel\w*|tfno|tlf|phone|call\w*|ring|chiam\w*|llam\w*|llám\w*|whats?app|cell\w*|mobile|móvil|fax|numero verde|info\w*|prenot\w*|reserv\w*|book\w*|contatt\w*|contact\w*|cita|sms|text|allo|allo?'?|al|el|on|numero|número|number|urgen\w*)\b|[☎📞📱✆])[^.!?\n]{0,30}$",
    I,
)
_NO_PHONE = regex.compile(
    r"\b(?:p\.?\s?iva|partita iva|vat|nif|cif|iban|isbn|issn|ean|rea|c\.?f\.?|cod\.? fisc\w*|codice fiscale|reg\w*|aut\w*|art|ref|sku|lot\w*|n\.? reg|company no|matr\w*|ordine|order|cap)\b[^\n]{0,16}$",
    I,
)
_PURPOSE = (
    ("fax", regex.compile(r"\bfax\b\W{0,4}$", I)),
    ("whatsapp", regex.compile(r"\bwhats?app\b[^.!?\d]{0,12}$", I)),
    (
        "emergency",
        regex.compile(
            r"\b(?:urgenz\w+|urgencias|emergenz\w+|emergency|emergencies)\b[^.!?\d]{0,12}$", I
        ),
    ),
)
REGIONS = {"it": "IT", "es": "ES", "en": "GB"}


def find_phones(passage: Passage, regions: tuple[str, ...]) -> None:
    """Note phone numbers; a number without a country code is read in the first region it fits."""
    for match in list(passage.matches(_PHONE)):
        before = passage.text[max(0, match.start() - 44) : match.start()]
        if _NO_PHONE.search(before):
            passage.use(*match.span())
            continue
        cued = bool(_PHONE_CUE.search(before))
        found = _parse(match.group(), regions, cued=cued)
        if found is None:
            continue
        value, kind = found
        purpose = next((name for name, pattern in _PURPOSE if pattern.search(before)), "")
        passage.note("phone", value, *match.span(), purpose, type=kind)


def _parse(raw: str, regions: tuple[str, ...], *, cued: bool) -> tuple[str, str] | None:
    import phonenumbers

    best: tuple[str, str] | None = None
    for region in regions:
        try:
            number = phonenumbers.parse(raw, region)
        except phonenumbers.NumberParseException:
            continue
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(number):
            kind = phonenumbers.number_type(number)
            toll = kind in {
                phonenumbers.PhoneNumberType.TOLL_FREE,
                phonenumbers.PhoneNumberType.SHARED_COST,
            }
            mobile = kind == phonenumbers.PhoneNumberType.MOBILE
            return written, "toll free" if toll else "mobile" if mobile else "fixed"
        if best is None and cued and phonenumbers.is_possible_number(number):
            best = written, "unknown"
    return best


_CODE_CUE = regex.compile(
    r"\b(?:codice|código|codigo|code|coupon|cupón|cupon|voucher|promocode|buono)(?:\s(?:sconto|promo|promozionale|promocional|descuento|de descuento|discount|amico|coupon))?(?:\s(?:è|es|is))?\s?[:=]?\s?[\"'«“\u2018]?"
    r"(?P<code>(?-i:[A-Z][A-Z0-9_-]{3,19}|\d{1,4}[A-Z][A-Z0-9_-]{2,18})|\p{L}[\p{L}_-]{1,16}\d{1,4})(?![\w-])",
    I,
)
_CODE_VERB = regex.compile(
    r"\b(?:use|enter|usa|inserisci|digita|introduce|escribe|con)\s[\"'«“]?(?P<code>(?-i:[A-Z]{3,12}\d{1,4}))(?![\w-])",
    I,
)
_CODE_AFTER_COLON = regex.compile(
    r"\b(?:codice|código|codigo|code|coupon|cupón)\b[^.!?\d:]{1,48}:\s?[\"'«“]?(?P<code>(?-i:(?=[A-Z_-]*\d)[A-Z][A-Z0-9_-]{3,19}))(?![\w-])",
    I,
)
_CODE_BEFORE = regex.compile(
    r"\b(?:fiscale|postale|dress|qr|cap|postal|area|bar|a barre|de barras)\W*$", I
)
_NOT_A_CODE = frozenset(
    {
        "SCONTO",
        "PROMO",
        "CODE",
        "CODICE",
        "CÓDIGO",
        "QR",
        "NOW",
        "HERE",
        "ONLINE",
        "DESCUENTO",
        "FISCALE",
        "POSTALE",
        "CHECKOUT",
    }
)


def find_codes(passage: Passage) -> None:
    """Note coupon codes: what follows «code», «codice», «código» and looks like one."""
    for pattern in (_CODE_CUE, _CODE_VERB, _CODE_AFTER_COLON):
        for match in list(passage.matches(pattern)):
            if _is_code(passage, match):
                passage.note("code", match["code"].upper(), *match.span("code"))


def _is_code(passage: Passage, match: regex.Match[str]) -> bool:
    code = match["code"].upper()
    shouted = not any(c.islower() for c in passage.text) and not any(c.isdigit() for c in code)
    other = _CODE_BEFORE.search(passage.text[: match.start()][-10:])
    return code not in _NOT_A_CODE and not shouted and not other


_NAME = r"(?:[\p{L}'’.ºª]+\s+){0,5}?[\p{L}'’.]+"
_NUM = r"(?P<num>\d{1,4}(?:\s?[/-]\s?\d{1,3})?(?:[/-]?[A-Za-z](?![\p{L}\d'’])|\s?/\s?[A-Za-z](?![\p{L}\d'’]))?)"
_STREETS = {
    "via": r"via", "viale": r"viale|v\.le", "piazza": r"piazza|p\.?zza|pza\.?", "piazzale": r"piazzale|p\.le",
    "corso": r"corso|c\.so", "largo": r"largo", "vicolo": r"vicolo", "strada": r"strada", "lungomare": r"lungomare",
    "borgo": r"borgo", "contrada": r"contrada|c\.da", "calle": r"calle|c/\s?|c\.", "avenida": r"avenida|avda\.?|av\.|avd\.",
    "plaza": r"plaza|plz\.?", "paseo": r"paseo|pº", "camino": r"camino", "ronda": r"ronda", "carretera": r"carretera|ctra\.?",
    "travesía": r"travesía", "gran vía": r"gran vía", "rambla": r"rambla",
}  # fmt: skip
_LATIN = regex.compile(
    r"(?<![\p{L}\d.])(?P<type>"
    + "|".join(sorted(_STREETS.values(), key=len, reverse=True))
    + rf")\s*(?P<name>{_NAME}),?\s*(?:n\.?\s?[°º.]{{0,2}}\s?|nº\s?|núm\.?\s?|al\s)?{_NUM}(?![\d%€£$]|[.,:]\d|\s?(?:€|euro|%))",
    I,
)
_ENGLISH_TYPES = {
    "street": r"street|st", "road": r"road|rd", "avenue": r"avenue|ave", "lane": r"lane|ln", "square": r"square|sq",
    "drive": r"drive|dr", "way": r"way", "place": r"place|pl", "terrace": r"terrace", "close": r"close", "court": r"court",
    "boulevard": r"boulevard|blvd", "hill": r"hill", "row": r"row", "quay": r"quay", "parade": r"parade",
    "crescent": r"crescent", "mews": r"mews", "gardens": r"gardens", "walk": r"walk", "yard": r"yard", "wharf": r"wharf",
}  # fmt: skip
_ENGLISH = regex.compile(
    r"(?<![\d.,/£$€-])(?P<num>\d{1,5}[A-Za-z]?)\s(?P<name>(?:(?:North|South|East|West|N|S|E|W)\.?\s)?(?:[A-Z][\p{L}'’.]+\s){1,3})(?P<type>(?i:"
    + "|".join(_ENGLISH_TYPES.values())
    + r"))\b\.?",
)
_CITY = regex.compile(
    r"^[\s,·|–-]{0,3}(?:(?:\d{4,5}|[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2})[\s,]{0,2})?(?:(?:a|in|en|at|de)\s)?(?P<city>\p{Lu}\p{L}+(?:\s(?:de|del|di|in|on|upon|\p{Lu})\p{L}*){0,3})"
)
_COUNTED = regex.compile(r"^\s\p{Ll}{4,}")
_PARTICLES = frozenset(
    "de la las los el del di dei degli della delle dello d da do san santa s the".split()
) - {"san", "santa", "s"}
YEARS = range(1900, 2100)


def find_addresses(passage: Passage) -> None:
    """Note postal addresses: street, number, and the town where it follows."""
    for match in list(passage.matches(_LATIN)):
        name, kind = match["name"].strip(), match["type"].lower().rstrip("./ ")
        words = [w for w in regex.split(r"[\s'’.]+", name) if w]
        head = next((w for w in words if w.lower() not in _PARTICLES), "")
        counted = kind in {
            "corso",
            "largo",
            "strada",
            "borgo",
            "camino",
            "ronda",
            "via",
        } and _COUNTED.match(passage.text[match.end() :])
        year = match["num"].isdigit() and int(match["num"]) in YEARS
        if not head[:1].isupper() or counted or year:
            continue
        street = next(
            (
                full
                for full, forms in _STREETS.items()
                if regex.fullmatch(forms, match["type"].strip(), I)
            ),
            kind,
        )
        _address(passage, match, street, words)
    for match in list(passage.matches(_ENGLISH)):
        street = next(
            full
            for full, forms in _ENGLISH_TYPES.items()
            if regex.fullmatch(forms, match["type"], I)
        )
        _address(passage, match, street, match["name"].split())


def _address(passage: Passage, match: regex.Match[str], street: str, words: list[str]) -> None:
    kept = [folded(w) for w in words if w.lower() not in _PARTICLES]
    number = regex.sub(r"[\s-]+", "", match["num"]).lower()
    city = _CITY.match(passage.text[match.end() : match.end() + 60])
    details = {"city": folded(city["city"])} if city else {}
    value = " ".join([street, *kept, number])
    passage.note("postal_address", value, match.start(), match.end(), "", **details)


def folded(text: str) -> str:
    """Give a text in lower case without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
