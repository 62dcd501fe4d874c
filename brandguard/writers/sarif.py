"""`--format sarif`: SARIF 2.1.0 (OASIS), for code scanning services and editors.

Results come first and the tool with its rules after them: so rules need not be known beforehand,
and one creative at a time is in memory. The order of an object's members means nothing in JSON.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from brandguard.model.mask import boxes
from brandguard.model.paths import display_text
from brandguard.remote.address import is_remote
from brandguard.writers.links import uri
from brandguard.writers.record import dumps
from brandguard.writers.tables import paths_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandguard.messages import Messages, Sentence
    from brandguard.model.creative import Box
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import CampaignReport, CreativeReport, Finding, Place, Report

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MARK = "brandguard report/1"
"""Stands in the log's properties, so that a report among the creatives is known as one."""
LEVELS = {"fail": "error", "warn": "warning", "note": "note", "off": "none"}
ROOT = "%SRCROOT%"
"""What relative addresses start from: the folder of the run, by the name that tools agreed on."""
MOST_RECTANGLES = 32
MOST_SNIPPET = 200

Json = dict[str, Any]


def write(report: Report, out: TextIO, messages: Messages) -> None:
    """Write the log with one run, a result on each line."""
    head = {"$schema": SCHEMA, "version": VERSION, "properties": {"generator": MARK}}
    out.write(dumps(head).removesuffix("}") + ',"runs":[{"columnKind":"unicodeCodePoints",')
    out.write(f'"language":{dumps(messages.lang)},"invocations":{dumps([_invocation(report)])}')
    out.write(',"results":[')
    rules = _Rules(messages)
    separator = "\n"
    for result in _results(report, rules):
        out.write(separator + dumps(result))
        separator = ",\n"
    driver = {"name": "BrandGuard", "version": report.version, "rules": rules.descriptors()}
    out.write(f'\n],"tool":{dumps({"driver": driver})}}}]}}\n')


def _invocation(report: Report) -> Json:
    invocation: Json = {"executionSuccessful": True}
    if report.stamp:
        try:
            moment = datetime.fromisoformat(report.stamp).astimezone(UTC)
        except ValueError:
            return invocation
        invocation["endTimeUtc"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return invocation


def _results(report: Report, rules: _Rules) -> Iterable[Json]:
    for creative in report.creatives:
        for found in creative.findings:
            yield _result(found, rules) | _where(creative, found)
    for campaign in report.campaigns:
        for found in campaign.findings:
            yield _result(found, rules) | _of_campaign(campaign, found)


class _Rules:
    """The rules that a run has met, and the forms that their messages took."""

    def __init__(self, messages: Messages) -> None:
        self.messages = messages
        self._order: dict[str, int] = {}
        self._strings: dict[str, dict[str, Json]] = {}

    def index(self, code: str) -> int:
        """Give the place of a rule in the list."""
        return self._order.setdefault(code, len(self._order))

    def message_id(self, code: str, sentence: Sentence) -> str:
        """Keep a message's template and give its name: «default», «without-1»."""
        name = "-".join(["without", *map(str, sentence.without)]) if sentence.without else "default"
        self._strings.setdefault(code, {})[name] = {"text": sentence.template}
        return name

    def descriptors(self) -> list[Json]:
        """Describe the rules in the order in which they were met."""
        return [self._descriptor(code) for code in self._order]

    def _descriptor(self, code: str) -> Json:
        from brandguard.checks import BY_CODE  # not needed to say which formats there are

        words, rule = self.messages.rule(code), BY_CODE.get(code)
        described: Json = {
            "id": code,
            "shortDescription": {"text": self.messages.title(code)},
            "messageStrings": dict(sorted(self._strings[code].items())),
        }
        if "what" in words:
            described["fullDescription"] = {"text": words["what"]}
            described["help"] = {"text": f"{words['why']}\n{words['fix']}"}
        if rule is not None:
            described["defaultConfiguration"] = {"level": LEVELS[rule.severity]}
            if rule.dimension:
                described["properties"] = {"tags": [rule.dimension]}
        return described


def _result(found: Finding, rules: _Rules) -> Json:
    sentence = rules.messages.sentence(found)
    arguments = [_no_link(argument) for argument in sentence.arguments]
    result: Json = {
        "ruleId": found.rule,
        "ruleIndex": rules.index(found.rule),
        "level": LEVELS[found.severity],
        "message": {
            "text": _no_link(sentence.text),
            "id": rules.message_id(found.rule, sentence),
            "arguments": arguments,
        },
        "partialFingerprints": {"brandguard/v1": display_text(found.fingerprint)},
        "suppressions": [],
    }
    waived = found.waived
    if waived:
        known = {"by": waived.by, "on": waived.on, "until": waived.until}
        result["suppressions"] = [{
            "kind": "external",
            "status": "accepted",
            "justification": rules.messages.name("accepted_for", waived.reason),
            "properties": {key: value for key, value in known.items() if value},
        }]  # fmt: skip
    suggestion = rules.messages.suggestion(found)
    if suggestion:
        result["properties"] = {"suggestion": suggestion}
    return result


def _where(creative: CreativeReport, found: Finding) -> Json:
    artifact = _artifact(creative.path)
    pages = {page.number: page for page in creative.page_views}
    places = (found.place, *found.more_places)
    locations = [_location(artifact, place, pages.get(place.page or 0)) for place in places]
    where: Json = {"locations": _unlike(locations)}
    attachments = [
        _attachment(artifact, page, rectangles)
        for page in pages.values()
        if (rectangles := _rectangles(page, places))
    ]
    return where | ({"attachments": attachments} if attachments else {})


def _of_campaign(campaign: CampaignReport, found: Finding) -> Json:
    """Give the creatives that a finding speaks of, or the campaign alone."""
    logical = [{"name": display_text(campaign.name), "kind": "campaign"}]
    files = [{"artifactLocation": _artifact(path)} for path in paths_of(found)]
    located = [{"physicalLocation": file, "logicalLocations": logical} for file in files]
    return {"locations": _unlike(located) or [{"logicalLocations": logical}]}


def _artifact(path: str) -> Json:
    if is_remote(path):
        return {"uri": quote(os.fsencode(path), safe=":/@+")}
    address = uri(path)
    if address is None:
        return {"uri": "stdin", "description": {"text": display_text(path)}}
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def _location(artifact: Json, place: Place, page: PageFeatures | None) -> Json:
    """Give where something lies: the file, the page, and the characters of the page's text."""
    physical: Json = {"artifactLocation": artifact}
    if place.span is not None:
        start, end = place.span
        region: Json = {"charOffset": start, "charLength": end - start}
        snippet = page.text[start:end][:MOST_SNIPPET] if page else ""
        physical["region"] = region | ({"snippet": {"text": snippet}} if snippet else {})
    location: Json = {"physicalLocation": physical}
    if place.page:
        location["logicalLocations"] = [{"name": str(place.page), "kind": "page"}]
    return location


def _attachment(artifact: Json, page: PageFeatures, rectangles: list[Json]) -> Json:
    size = {"page": page.number, "width": page.width_px, "height": page.height_px}
    return {"artifactLocation": artifact, "rectangles": rectangles, "properties": size}


def _rectangles(page: PageFeatures, places: Iterable[Place]) -> list[Json]:
    """Give the places on a page in its own pixels; an area of many parts is its box."""
    found: list[Json] = []
    for place in places:
        if place.page == page.number and place.box is not None:
            parts: Sequence[Box] = boxes(place.mask) if place.mask else ()
            if not 0 < len(parts) <= MOST_RECTANGLES:
                parts = (place.box,)
            found += [_rectangle(page, part) for part in parts]
    return _unlike(found)


def _rectangle(page: PageFeatures, box: Box) -> Json:
    left, top, right, bottom = box
    return {
        "left": round(left * page.width_px, 2),
        "top": round(top * page.height_px, 2),
        "right": round(right * page.width_px, 2),
        "bottom": round(bottom * page.height_px, 2),
    }


def _unlike(items: list[Json]) -> list[Json]:
    """Drop repetitions: the format's lists are sets."""
    return [item for i, item in enumerate(items) if item not in items[:i]]


def _no_link(text: str) -> str:
    """Keep foreign words from being a link: `[words](address)` is one in a message (3.11.6)."""
    return text.replace("](", "] (")
