"""Hostile documents: bombs, entities, locks, and references to the outside."""

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time

import document_files as documents
import psutil
import pytest
import reader_files as files

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import libreoffice, package, read
from brandguard.readers.package import open_package, parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_of(body, head=""):
    document = f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    return documents.packed({"[Content_Types].xml": "<x/>", "word/document.xml": document})


def refused(data, path="a.docx"):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path).pages)
    return caught.value.note


@pytest.mark.parametrize("path", ["a.docx", "a.pptx", "a.xlsx", "a.odt", "a.idml"])
def test_a_bomb_is_refused_by_what_it_announces(path):
    whole = documents.every_document()[path[1:]]
    bomb = documents.changed(whole, "extra.xml", lambda _: b"<x>" + b" " * 40_000_000)
    note = refused(bomb, path)
    assert (note.code, note.facts["what"]) == ("SYS005", "inflated")


def test_an_archive_with_too_many_entries_is_refused():
    data = documents.packed({f"word/_rels/{i}": "" for i in range(package.MOST_ENTRIES + 1)})
    assert refused(data).facts["what"] == "entries"


def test_entries_that_share_bytes_are_refused():
    data = bytearray(word_of("<w:p/>"))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = bytes(4)  # the offset of its local header
    assert refused(bytes(data)).code == "SYS003"


def test_a_size_that_lies_is_found_out():
    data = bytearray(word_of("<w:p>" + "ciao" * 5000 + "</w:p>"))
    second = data.rindex(b"PK\x01\x02")
    data[second + 24 : second + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(data)).code == "SYS003"


def test_a_part_that_is_asked_for_again_and_again_is_counted_each_time():
    archive = open_package(documents.packed({"a.xml": b"x" * 5_000_000}), "docx")

    def again():
        for _ in range(200):
            archive.read("a.xml")

    with pytest.raises(UnreadableCreativeError) as caught:
        again()
    assert caught.value.note.facts["what"] == "inflated"


def test_entities_are_refused():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    note = refused(word_of("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", laughs))
    assert (note.code, note.facts["what"]) == ("SYS005", "entities")
    secret = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    assert refused(word_of("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", secret)).code == "SYS005"


def test_entities_in_a_workbook_are_refused_before_its_library_sees_them():
    data = documents.changed(
        documents.workbook(documents.POSTS),
        "xl/workbook.xml",
        lambda body: body.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "ha">]><workbook', 1),
    )
    assert refused(data, "a.xlsx").facts["what"] == "entities"


def test_nesting_and_numbers_of_elements_are_bounded(monkeypatch):
    assert refused(word_of("<w:sdt>" * 5000)).facts["what"] == "depth"
    monkeypatch.setattr(package, "MOST_NODES", 1000)
    assert refused(word_of("<w:p/>" * 1200)).facts == {
        "what": "nodes", "value": 1001, "limit": 1000,
    }  # fmt: skip


def test_many_empty_paragraphs_are_no_harm():
    body = "<w:p/>" * 50_000 + "<w:p><w:r><w:t>ciao</w:t></w:r></w:p>"
    assert next(read(word_of(body), "a.docx").pages).text == "ciao"


def test_groups_of_rich_text_without_end_are_refused():
    assert refused(rb"{\rtf1" + b"{" * 2000 + b"x", "a.rtf").code == "SYS003"


def test_an_e_mail_within_an_e_mail_without_end_is_refused():
    borders = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(300)
    )
    assert refused(b"Subject: x\n" + borders, "a.eml").facts["what"] == "depth"
    many = b'Subject: x\nContent-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nx\n" * 11_000
    assert refused(many, "a.eml").facts["what"] == "entries"


def test_an_archive_with_a_password_names_the_cure():
    data = bytearray(word_of("<w:p/>"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert refused(bytes(data)).code == "SYS007"
    locked = documents.changed(
        documents.open_text(),
        "META-INF/manifest.xml",
        lambda body: body.replace(b"</", b"<manifest:encryption-data/></", 1),
    )
    assert refused(locked, "a.odt").facts == {"format": "odt"}


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".odt", ".odp", ".idml", ".xlsx"])
@pytest.mark.parametrize("part", [1, 5, 9, 13, 15])
def test_a_document_that_breaks_off_says_so(suffix, part):
    data = documents.every_document()[suffix]
    note = refused(data[: len(data) * part // 16], f"a{suffix}")
    assert (note.code, note.facts["cause"]) == ("SYS003", "truncated")


def test_a_document_under_another_name_is_read_as_what_it_is():
    creative = read(documents.word(), "flyer.pdf")
    assert creative.format == "docx"
    assert creative.notes[0].code == "SYS008"


def test_archives_within_are_never_opened():
    inner = documents.packed({"word/document.xml": b" " * 5_000_000})
    data = documents.changed(documents.word(), "word/embeddings/x.zip", lambda _: inner)
    assert "Saldi" in next(read(data, "a.docx").pages).text


@pytest.fixture
def outside(tmp_path):
    """Give an address that counts who comes, and a file that must not be read."""
    canary = tmp_path / "canary.png"
    canary.write_bytes(files.encode(files.picture(), "PNG"))
    os.utime(canary, (1, 1))
    visitors = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        done = threading.Event()

        def wait():
            while not done.is_set():
                try:
                    visitors.append(listener.accept())
                except TimeoutError:
                    continue

        thread = threading.Thread(target=wait)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/x.png", canary
        done.set()
        thread.join()
    assert not visitors
    assert canary.stat().st_atime == 1


def test_nothing_outside_is_fetched_nor_read(outside, drawing):
    drawn, _ = drawing
    for address in (outside[0], outside[1].as_uri(), str(outside[1])):
        word = documents.with_link_outside(
            documents.word(), "word/_rels/document.xml.rels", "image", address
        )
        slides = documents.with_link_outside(
            documents.slides(), "ppt/slides/_rels/slide1.xml.rels", "image", address
        )
        frame = f'<draw:frame><draw:image xlink:href="{address}"/></draw:frame>'
        mail = documents.email(f"<html><img src='{address}'><style>@import '{address}'</style>ciao")
        for data, path in (
            (word, "a.docx"), (slides, "a.pptx"), (documents.open_slides(frame), "a.odp"),
            (mail, "a.eml"), (f"text,image\nciao mondo,{address}".encode(), "a.csv"),
        ):  # fmt: skip
            creative = read(data, path)
            assert next(page.text for page in creative.pages)
            if path.endswith(("x", "p")):
                assert "SYS018" in {note.code for note in creative.notes}
    assert not drawn.exists()  # LibreOffice was not even asked


def test_links_to_be_clicked_are_no_outside_parts():
    def link(document):
        relation = document.part.relate_to(
            "https://acme.example/shop", documents.docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK,
            is_external=True,
        )  # fmt: skip
        from docx.oxml import parse_xml as element

        ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        document.element.body.insert(
            0,
            element(
                f'<w:p {W}><w:hyperlink xmlns:r="{ns}" r:id="{relation}"><w:r><w:t>shop</w:t>'
                "</w:r></w:hyperlink></w:p>"
            ),
        )

    creative = read(documents.word(link), "a.docx")
    (page,) = creative.pages
    assert [found.url for found in page.links] == ["https://acme.example/shop"]
    assert "SYS018" not in {note.code for note in creative.notes}


def test_fields_that_fetch_are_told():
    field = '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://x.example/y.png "/></w:p>'
    creative = read(word_of(field + "<w:p><w:r><w:t>ciao</w:t></w:r></w:p>"), "a.docx")
    assert "SYS018" in {note.code for note in creative.notes}


def test_xml_that_is_empty_or_broken_is_damaged():
    for data in (b"", b"<a>", b"<a></b>", b"\xff\xfe"):
        with pytest.raises(UnreadableCreativeError):
            parse_xml(data, "docx")


PROGRAM = """#!{python}
import pathlib, subprocess, sys, time
pathlib.Path({log!r}).write_text("\\n".join(sys.argv))
how = {how!r}
if how == "hang":
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    pathlib.Path({log!r}).write_text(str(child.pid))
    time.sleep(600)
if how == "draw":
    out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
    out.mkdir()
    (out / "in.pdf").write_bytes(pathlib.Path({pdf!r}).read_bytes())
"""


@pytest.fixture
def drawing(tmp_path, monkeypatch):
    """Put a stand-in for LibreOffice on the path; what it was called with lies in a file."""
    log, pdf = tmp_path / "called", tmp_path / "drawn.pdf"
    pdf.write_bytes(files.pdf(files.FLYER))

    def install(how):
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        program = folder / "soffice"
        program.write_text(
            PROGRAM.format(python=sys.executable, log=str(log), how=how, pdf=str(pdf))
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv(libreoffice.VARIABLE, str(program))

    install("draw")
    return log, install


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a script stands in")


@needs_posix
def test_a_document_is_drawn_where_libreoffice_is(drawing):
    creative = read(documents.word(), "a.docx")
    (page,) = creative.pages
    assert creative.format == "docx"
    assert page.pixels is not None
    assert "Sconti" in page.text  # of the drawn page
    assert "Helvetica" not in {run.font for run in page.runs}  # it is none of the document's
    assert "SYS015" not in {note.code for note in creative.notes}
    called = drawing[0].read_text().split("\n")
    assert {"--headless", "--norestore", "--convert-to"} <= set(called)
    assert any(word.startswith("-env:UserInstallation=file://") for word in called)


@needs_posix
def test_a_document_that_cannot_be_drawn_is_read_all_the_same(drawing):
    drawing[1]("fail")
    creative = read(documents.word(), "a.docx")
    assert "Saldi" in next(creative.pages).text
    assert "cure" not in next(n for n in creative.notes if n.code == "SYS015").facts


def test_without_libreoffice_the_note_names_the_cure(monkeypatch):
    monkeypatch.setattr(libreoffice, "executable", lambda: None)
    notes = read(documents.slides(), "a.pptx").notes
    assert notes[-1].facts["cure"] == "install_libreoffice"


@needs_posix
def test_a_drawing_that_takes_too_long_is_ended_with_all_it_started(drawing, monkeypatch):
    drawing[1]("hang")
    monkeypatch.setattr(libreoffice, "SECONDS", 1.5)
    assert libreoffice.to_pdf(documents.word(), ".docx", 10**9) is None
    assert gone(int(drawing[0].read_text()))


@needs_posix
def test_a_drawing_ends_when_we_are_killed(drawing):
    drawing[1]("hang")
    code = "from brandguard.readers import libreoffice as l; l.to_pdf(b'x', '.docx', 9)"
    process = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not drawing[0].exists():
        time.sleep(0.05)
    while time.monotonic() < deadline and not drawing[0].read_text().isdigit():
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert gone(int(drawing[0].read_text()))


def gone(pid):
    """Whether a process is no more, or is about to be."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False
