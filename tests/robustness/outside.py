"""Files of every format that point outside themselves: at a file, and at an address."""

import io
from functools import cache

import document_files as documents
import pikepdf
import psd_files
import reader_files as files
import video_files
from bad_files import SVG

RELATION = (
    '<Relationship Id="rId{0}" TargetMode="External" Target="{1}" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/{0}"/>'
)
FRAME = '<draw:frame><draw:image xlink:href="{}"/></draw:frame>'


@cache
def base(suffix):
    """A whole file of a format, to be spoilt."""
    if suffix == ".mp4":
        return video_files.film([files.RED])
    return documents.every_document()[suffix]


def _related(suffix, part, address, kinds):
    relations = "".join(RELATION.format(kind, address) for kind in kinds) + "</Relationships>"
    return documents.changed(
        base(suffix), part, lambda body: body.replace(b"</Relationships>", relations.encode())
    )


def _slides(address):
    return _related(".pptx", "ppt/slides/_rels/slide1.xml.rels", address, ("image", "oleObject"))


def _word(address):
    kinds = ("image", "attachedTemplate", "oleObject", "subDocument")
    return _related(".docx", "word/_rels/document.xml.rels", address, kinds)


def _open_text(address):
    frame = f"<text:p>{FRAME.format(address)}</text:p></office:text>".encode()
    return documents.changed(
        base(".odt"), "content.xml", lambda body: body.replace(b"</office:text>", frame)
    )


def _open_slides(address):
    frame = f"{FRAME.format(address)}</draw:page>".encode()
    return documents.changed(
        base(".odp"), "content.xml", lambda body: body.replace(b"</draw:page>", frame)
    )


def _indesign(address):
    return documents.changed(
        base(".idml"),
        "Spreads/Spread_1.xml",
        lambda body: body.replace(b"file:/Users/x/logo.ai", address.encode()),
    )


def _rich_text(address):
    fields = rb"{\field{\*\fldinst INCLUDEPICTURE %s}{\fldrslt x}}{\*\template %s}}"
    return documents.RICH_TEXT[:-1] + fields % ((address.replace("\\", "\\\\").encode(),) * 2)


def _svg(address):
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{address}"?>{SVG}width="99" height="99">'
        f'<style>@import url({address});@font-face{{font-family:q;src:url({address})}}</style>'
        f'<image href="{address}" width="9" height="9"/><image xlink:href="{address}"/>'
        f'<use href="{address}#a"/><filter id="f"><feImage href="{address}"/></filter>'
        f'<rect width="9" height="9" filter="url(#f)" fill="url({address}#b)"/>'
        f'<text font-family="q">ciao</text><script href="{address}"/></svg>'
    ).encode()  # fmt: skip


def _html(address):
    return (
        f"<!DOCTYPE html><html manifest='{address}'><head><base href='{address}'>"
        f"<link rel=stylesheet href='{address}'><link rel=preload as=image href='{address}'>"
        f"<meta http-equiv=refresh content='0;url={address}'><script src='{address}'></script>"
        f"<style>@import '{address}';p{{background:url({address})}}</style></head>"
        f"<body background='{address}'><p>Solo oggi</p><img src='{address}' srcset='{address} 2x'>"
        f"<iframe src='{address}'></iframe><object data='{address}'></object>"
        f"<video src='{address}' poster='{address}'></video><embed src='{address}'></body></html>"
    ).encode()


def _workbook(address):
    data = base(".xlsx")
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><externalBook '
        'r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames></externalBook></externalLink>'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" TargetMode="External" Target="'
        + address
        + '" Type="http://schemas'
        '.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/></Relationships>'
    )
    data = documents.changed(data, "xl/externalLinks/externalLink1.xml", lambda _: link.encode())
    data = documents.changed(
        data, "xl/externalLinks/_rels/externalLink1.xml.rels", lambda _: relation.encode()
    )
    content = (
        b'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.'
        b'openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>'
    )
    data = documents.changed(
        data, "[Content_Types].xml", lambda body: body.replace(b"</Types>", content)
    )
    own = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    data = documents.changed(
        data, "xl/_rels/workbook.xml.rels", lambda body: body.replace(b"</Relationships>", own)
    )
    use = (
        b"<externalReferences><externalReference r:id='rIdX' xmlns:r='http://schemas."
        b"openxmlformats.org/officeDocument/2006/relationships'/></externalReferences>"
    )
    return documents.changed(
        data, "xl/workbook.xml", lambda body: body.replace(b"</sheets>", b"</sheets>" + use)
    )


def _pdf(address):
    def resources(document):
        picture = document.make_stream(
            b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
            ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, F=pikepdf.String(address),
        )  # fmt: skip
        form = document.make_stream(
            b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9],
            Ref=pikepdf.Dictionary(F=pikepdf.String(address), Page=0),
        )  # fmt: skip
        return pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture, R=form))

    data = files.pdf(files.FLYER + b" /P Do /R Do", resources=resources)
    document = pikepdf.open(io.BytesIO(data))
    action = {
        "uri": pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address)),
        "launch": pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String(address)),
        "script": pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"this.submitForm('{address}')")
        ),
    }
    document.Root.OpenAction = action["script"]
    document.Root.AA = pikepdf.Dictionary(WC=action["launch"])
    page = document.pages[0]
    page.obj.AA = pikepdf.Dictionary(O=action["launch"])
    page.obj.Annots = document.make_indirect(
        pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 99, 99], A=a
                )
                for a in action.values()
            ]
        )
    )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _film(address):
    """A film whose track says that its frames lie in another file."""
    data = base(".mp4")
    own = data.index(b"url \0\0\0\1") - 4
    where = address.encode() + b"\0"
    # The box is said to name a file; sizes around it stay, so that the name takes the room after.
    return data[: own + 8] + b"\0\0\0\0" + where + data[own + 12 + len(where) :]


POINTING = {
    "in.svg": _svg,
    "in.html": _html,
    "in.md": lambda at: f"# Saldi\n\n![x]({at}) <img src='{at}'> [a]({at})".encode(),
    "in.txt": lambda at: f"Solo oggi {at}".encode(),
    "in.eml": lambda at: documents.email(_html(at).decode()),
    "in.mhtml": lambda at: documents.email(_html(at).decode()),
    "in.docx": _word,
    "in.pptx": _slides,
    "in.odt": _open_text,
    "in.odp": _open_slides,
    "in.idml": _indesign,
    "in.rtf": _rich_text,
    "in.xlsx": _workbook,
    "in.csv": lambda at: f'text;image\n=WEBSERVICE("{at}");{at}\n'.encode(),
    "in.srt": lambda at: f"1\n00:00:01,000 --> 00:00:02,000\n<img src='{at}'>ciao\n".encode(),
    "in.vtt": lambda at: (
        f"WEBVTT\nSTYLE\n@import url({at})\n\n00:01.000 --> 00:02.000\nciao\n".encode()
    ),
    "in.pdf": _pdf,
    "in.psd": lambda at: psd_files.placed(b"", (10, 10, 70, 10, 70, 60, 10, 60), at),
    "list.mp4": lambda at: video_files.PLAYLIST.format(at).encode(),
    "list.mov": lambda at: video_files.CONCAT.format(at).encode(),
    "in.mp4": _film,
}
"""By name: a file with every way its format knows of naming an address."""
