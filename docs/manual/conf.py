"""How the manual is built: `make manual`, with no network, into build/manual.

The sources are all of docs/, so that guides, explanations and rule pages are one manual without a
page standing twice. The profile reference is made from the published schema when it is asked for.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMA = ROOT / "assets" / "schema" / "profile.schema.json"
PLACE = "<!-- profile reference -->"
"""Where manual/profile.md wants the reference."""

project = "BrandGuard"
author = "the BrandGuard contributors"
version = release = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "version"
]
language = "en"

root_doc = "manual/index"
extensions = ["myst_parser"]
exclude_patterns = ["screenshots"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 4
suppress_warnings = ["toc.not_included"]
"""The hundred rule pages stand in their own list; a test sees that every page can be reached."""

html_theme = "furo"
html_title = f"BrandGuard {version}"
html_show_sphinx = False
html_copy_source = False
html_favicon = str(ROOT / "assets" / "icons" / "brandguard.svg")
html_static_path = ["static"]
html_css_files = ["manual.css"]
html_extra_path = ["start"]
"""The page that leads from the folder's top to the manual's first page."""
html_theme_options = {"navigation_with_keys": True, "footer_icons": []}


def reference() -> str:
    """Give the profile reference as Markdown."""
    from json_schema_for_humans.generation_configuration import GenerationConfiguration
    from json_schema_for_humans.schema import intermediate_representation
    from json_schema_for_humans.template_renderer import TemplateRenderer

    template = str(HERE / "profile_reference.md.jinja")
    config = GenerationConfiguration(custom_template_path=template, template_name="md")
    tree = intermediate_representation.build_intermediate_representation(SCHEMA, config)
    return re.sub(r"\n{3,}", "\n\n", TemplateRenderer(config).render(tree))


def put_in(_: Sphinx, name: str, source: list[str]) -> None:
    """Put the reference into its page."""
    if name == "manual/profile":
        source[0] = source[0].replace(PLACE, reference())


def setup(app: Sphinx) -> None:
    """Tell Sphinx what is ours."""
    app.connect("source-read", put_in)
