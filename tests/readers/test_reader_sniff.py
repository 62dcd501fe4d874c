"""What a file is, by its bytes and by its name."""

import io
import zipfile

import pytest
import reader_files as files

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import FORMATS, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data, path):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path).pages)
    return caught.value.note


@pytest.mark.parametrize(("suffix", "data"), files.every_format().items())
def test_every_format_is_known_by_its_bytes_and_its_name(suffix, data):
    creative = read(data, f"Summer.Sale{suffix.upper()}")
    assert suffix in next(
        format_.suffixes for format_ in FORMATS if format_.name == creative.format
    )
    pages = list(creative.pages)
    assert [page.number for page in pages] == [1] == [creative.page_count]
    assert "SYS008" not in {note.code for note in creative.notes}
    assert pages[0].text or pages[0].pixels is not None


def test_a_picture_under_another_name_is_read_as_what_it_is():
    creative = read(files.encode(files.picture(), "PNG"), "a/b.JPG")
    assert creative.format == "png"
    assert creative.notes[0].code == "SYS008"
    assert creative.notes[0].facts == {
        "suffix": ".jpg", "expected": "jpeg", "found": "png", "read": True,
    }  # fmt: skip


@pytest.mark.parametrize("data", [b"dear all, the flyer is late", files.HTML])
def test_text_under_the_name_of_a_picture_is_refused(data):
    note = refused(data, "flyer.jpg")
    assert note.code == "SYS008"
    assert note.facts["read"] is False


def test_a_pdf_may_begin_with_some_junk():
    assert read(b"\r\njunk\n" + files.pdf(files.FLYER), "a.pdf").format == "pdf"


@pytest.mark.parametrize(
    ("data", "path", "name", "cure"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "logo.eps", "PostScript", "export_pdf"),
        (b"\xc5\xd0\xd3\xc6" + bytes(40), "logo.eps", "Encapsulated PostScript", "export_pdf"),
        (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31", "a.indd", "Adobe InDesign", "export_pdf"),
        (b"\0\0\0\x18ftypM4A " + bytes(20), "jingle.m4a", "MPEG-4 audio", "nothing"),
        (OLE + bytes(600), "a.doc", "Microsoft Word 97–2003", "save_office"),
        (b"\0\xffKA", "a.afdesign", "Affinity", "export_pdf"),
        (OLE + bytes(600), "a.xls", "Microsoft Excel 97–2003", "save_table"),
        (OLE + bytes(600), "a.msg", "Microsoft Outlook", "save_eml"),
        (b"PK\3\4" + bytes(90) + b"Index/Document.iwa", "a.key", "Apple Keynote", "export_pdf"),
        (b"PK\3\4" + bytes(90) + b"document.json", "a.sketch", "Sketch", "export_pdf"),
        (b"PK\3\4" + bytes(90), "a.xd", "Adobe XD", "export_pdf"),
        (b"PK\3\4" + bytes(90), "posters.zip", "ZIP", "unpack"),
        (b"fig-kiwi" + bytes(90), "a.fig", "Figma", "export_pdf"),
        (b"<?xml version='1.0'?><SCRIBUS/>", "a.sla", "Scribus", "export_pdf"),
        (b"\x7fELF" + bytes(20), "tool", "ELF", "nothing"),
        (b"RIFF\0\0\0\0AVI " + bytes(20), "spot.avi", "AVI", "export_film"),
        (b"\x01\x02\x03\0\x05" * 9, "mystery.xyz", "", "export_pdf"),
    ],
)  # fmt: skip
def test_what_is_not_read_yet_names_the_way_out(data, path, name, cure):
    note = refused(data, path)
    assert note.code == "SYS004"
    assert (note.facts["format"], note.facts["cure"]) == (name, cure)


def test_office_files_are_told_apart():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("visio/document.xml", "<x/>")
    assert refused(out.getvalue(), "plan.vsdx").facts["format"] == "Microsoft Office"


def test_a_page_of_html_is_known_whatever_its_suffix():
    for path in ("mail.jinja2", "mail.txt", "mail.doc", "mail.tpl"):
        assert read(b"{% if whole %}\n{# x #}" + files.HTML, path).format == "html"


def test_an_office_file_with_a_password_says_so():
    locked = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    note = refused(locked, "offer.pptx")
    assert (note.code, note.facts) == ("SYS007", {"format": "pptx"})


def test_heic_without_its_library_names_the_cure(monkeypatch):
    monkeypatch.setattr("brandguard.readers.sniff.find_spec", lambda _: None)
    note = refused(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40), "photo.heic")
    assert (note.code, note.facts["cure"]) == ("SYS004", "install_heif")


def test_binary_rubbish_under_a_known_name():
    note = refused(bytes(range(256)) * 8, "a.png")
    assert (note.code, note.facts["cause"]) == ("SYS003", "not_this_format")
    note = refused(bytes(range(256)) * 8, "a.txt")
    assert (note.code, note.facts["cause"]) == ("SYS003", "not_text")


def test_a_page_without_suffix_is_known_by_its_first_tag():
    assert read(files.HTML, "download").format == "html"
    assert read(b"<!-- c --><?pi?>\n" + files.SVG, "logo").format == "svg"
    assert read(b"just words", "-").format == "text"


def test_a_hostile_prolog_does_not_make_the_sniffer_backtrack():
    assert read(b"<!-- -->" * 8000 + b"<nothing", "page").format == "text"
    assert read(b"<!DOCTYPE [ ]" * 4000, "page").format == "text"
