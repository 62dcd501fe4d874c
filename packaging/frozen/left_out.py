"""What the frozen program leaves out: modules by name, files by pattern, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Needs = Callable[[str], Iterable[str]]

MODULES = {
    "tkinter": "no part of the window",
    "pytest": "tests",
    "_pytest": "tests",
    "hypothesis": "tests",
    "IPython": "interactive use",
    "matplotlib": "nothing draws with it",
    "sympy": "onnxruntime's tools for changing models",
    "mpmath": "as sympy",
    "torch": "no model of ours needs it",
    "cupy": "thinc on graphics cards",
    "pandas": "onnxruntime's and scikit-learn's options",
    "polars": "as pandas",
    "dask": "the cluster extra: its workers need a Python of their own",
    "distributed": "as dask",
    "s3fs": "the remote extra",
    "boto3": "as s3fs",
    "botocore": "as s3fs",
    "psycopg": "the team extra",
    "pillow_heif": "its wheel carries x265 (GPL)",
    "pyphen": "some of its dictionaries are GPL alone; pages are drawn without hyphens",
    "pip": "nothing is installed from inside",
    "setuptools": "as pip; it would be loaded at every start",
    "distutils": "as pip",
    "pkg_resources": "as pip",
    "readline": "lines typed into Python itself; its library is GPL",
    "curses": "as readline",
    "pydoc_data": "help inside Python itself",
    "mypy": "type checking",
    "phonenumbers.geodata": "places of numbers: not asked for",
    "phonenumbers.carrierdata": "companies of numbers: not asked for",
    "phonenumbers.tzdata": "time zones of numbers: not asked for",
    "onnxruntime.tools": "for making models",
    "onnxruntime.transformers": "for making models",
    "onnxruntime.quantization": "for making models",
    "spacy_loggers": "progress of training",
    "PySide6.QtQml": "the window is made of widgets",
    "PySide6.QtQuick": "as QtQml",
    "PySide6.QtDesigner": "for making windows",
    "PySide6.QtHelp": "for making windows",
    "PySide6.QtSql": "the history reads SQLite by itself",
    "PySide6.QtTest": "tests",
    "PySide6.QtUiTools": "for making windows",
}

LANGUAGES = ("en", "es", "it")
_OURS = "|".join(LANGUAGES)

FILES = {
    rf"wordfreq/data/(?!(small|large)_({_OURS})\.)": "frequencies of other languages",
    r"wordfreq/data/.*jieba": "Chinese",
    rf"babel/locale-data/(?!(root|{_OURS})[._])": "other languages",
    r"simplemma/strategies/dictionaries/data/(?!(es|it)\.)": (
        "other languages; English comes from the model, and this table is in part FreeLing's (AGPL)"
    ),
    rf"PySide6/Qt/translations/(?!(qt|qtbase)_({_OURS})\.)": "other languages, other parts of Qt",
    r"PySide6/Qt/qml/": "the window is made of widgets",
    r"PySide6/Qt/plugins/(designer|qmllint|qmltooling|sqldrivers|vectorimageformats)/": "not used",
    r"PySide6/Qt/plugins/generic/": "not used",
    r"PySide6/Qt/plugins/(egldeviceintegrations|wayland-graphics-integration-server)/": "embedded",
    r"PySide6/Qt/plugins/(tls|networkinformation)/": "the program never goes to the network",
    r"PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)\.": "embedded",
    r"PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboard": "drags Quick with it",
    r"PySide6/Qt/plugins/imageformats/libqpdf\.": "needs QtPdf, which is not here",
    r"PySide6/Qt/plugins/platformthemes/libqgtk3\.": "needs GTK; the portal gives the dialogs",
    r"(^|/)(lib)?Qt6(Qml|Quick|Designer|Help|Sql|Test|VirtualKeyboard|Pdf|UiTools|Labs|Shader)": (
        "the window is made of widgets"
    ),
    r"^(sklearn|scipy|numpy|spacy|thinc|srsly|preshed|cymem|blis)/(.*/)?tests?/": "tests",
    r"^sklearn/datasets/(data|images|descr)/": "data to learn from",
    r"\.(pyi|pxd|pyx|c|cpp|h|hpp|typed)$": "for compiling and type checking",
    r"^libgtk-|^libgdk": "the system's windows",
}
"""Patterns of names inside the folder."""

SYSTEM = re.compile(
    r"^lib(glib|gio|gobject|gmodule|gthread|X|xcb(-(glx|randr|render|shape|shm|sync|xfixes|xkb|dri\d))?\.|dbus|cups|"
    r"fontconfig|freetype|harfbuzz|expat|z\.|stdc\+\+|gcc_s|gssapi|k5crypto|krb5|com_err|keyutils|"
    r"systemd|selinux|mount|blkid|wayland)"
)
"""Libraries that every Linux desktop has and must fit its drivers: packages name them instead."""


def module(name: str) -> str | None:
    """Say why a module stays out; None where it goes in."""
    for root, reason in MODULES.items():
        if name == root or name.startswith(f"{root}."):
            return reason
    return "tests" if ".tests." in f"{name}." else None


def unneeded(binaries: list[tuple[str, str, str]], needs: Needs) -> set[str]:
    """Name the shared libraries that no module, plug-in or other library of the folder asks for.

    PyInstaller has followed what is left out as well. `needs` gives the names that a file asks for.
    """
    free = {
        row[0] for row in binaries if re.match(r"^(PySide6/Qt/lib/)?lib[^/]*\.so[^/]*$", row[0])
    }
    by_name: dict[str, list[tuple[str, str, str]]] = {}
    for row in binaries:
        by_name.setdefault(row[0].rsplit("/", 1)[-1], []).append(row)
    waiting = [row for row in binaries if row[0] not in free or "libpython" in row[0]]
    kept = set()
    while waiting:
        row = waiting.pop()
        if row[0] in kept:
            continue
        kept.add(row[0])
        if row[2] != "SYMLINK":
            waiting += [each for name in needs(row[1]) for each in by_name.get(name, [])]
    return free - kept


def file(name: str) -> str | None:
    """Say why a file stays out, by its name inside the folder; None where it goes in."""
    plain = name.replace("\\", "/")
    if SYSTEM.match(plain):
        return "every desktop has it"
    return next((reason for pattern, reason in FILES.items() if re.search(pattern, plain)), None)
