"""Small documents of every family, made on the spot with the libraries that write them."""

import io
import re
import zipfile
from email.message import EmailMessage
from functools import cache

import docx
import pptx
import reader_files as files
from docx.enum.dml import MSO_THEME_COLOR as WORD_ROLE
from docx.shared import Mm, Pt, RGBColor
from odfdo import Document, DrawPage, Element, Frame, Paragraph, Style
from openpyxl import Workbook
from pptx.dml.color import RGBColor as SlideRGB
from pptx.enum.dml import MSO_THEME_COLOR as SLIDE_ROLE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Inches
from pptx.util import Pt as SlidePt

LARGE_PICTURE = files.encode(files.noise(400, 300), "PNG")


def _saved(thing):
    out = io.BytesIO()
    thing.save(out)
    return out.getvalue()


def word(fill=None):
    """A flyer of 148 × 210 mm; `fill` may add to the document before it is saved."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.header.paragraphs[0].text = "Acme S.p.A."
    section.footer.paragraphs[0].text = "acme.example"
    document.add_heading("Saldi d’estate", 1)
    paragraph = document.add_paragraph("Solo ")
    run = paragraph.add_run("oggi")
    run.font.name, run.font.size, run.font.bold = "Open Sans", Pt(22), True
    run.font.color.rgb = RGBColor(0xE5, 0x00, 0x2B)
    accent = paragraph.add_run(" in negozio")
    accent.font.color.theme_color = WORD_ROLE.ACCENT_2
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lana", "39 €"
    hidden = document.add_paragraph().add_run("nascosto")
    hidden.font.hidden = True
    if fill:
        fill(document)
    return _saved(document)


def slides(fill=None):
    """Two slides of 254 × 190.5 mm: a title with a shape, and a picture that fills its slide."""
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text, first.placeholders[1].text = "Rebajas", "Hasta el domingo"
    shape = first.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Inches(1), Inches(0), Inches(5), Inches(0.75)
    )
    shape.fill.solid()
    shape.fill.fore_color.theme_color, shape.fill.fore_color.brightness = SLIDE_ROLE.ACCENT_2, 0.4
    run = shape.text_frame.paragraphs[0].add_run()
    run.text, run.font.name, run.font.size = "−30 %", "Open Sans", SlidePt(40)
    run.font.color.rgb, run.font.italic = SlideRGB(0x0A, 0x3C, 0xC8), True
    second = deck.slides.add_slide(deck.slide_layouts[6])
    second.shapes.add_picture(io.BytesIO(LARGE_PICTURE), 0, 0, deck.slide_width, deck.slide_height)
    if fill:
        fill(deck, first)
    return _saved(deck)


def grouped_slide():
    """A slide with a shape in a group that is shown at half its size."""

    def fill(_, slide):
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(Inches(2), Inches(2), Inches(4), Inches(2)).text = "gruppo"
        transform = group._element.grpSpPr.xfrm
        transform.off.x, transform.off.y = Emu(0), Emu(0)
        transform.ext.cx, transform.ext.cy = Inches(2), Inches(1)

    return slides(fill)


def open_text():
    """An OpenDocument text with named styles."""
    document = Document("text")
    document.body.clear()
    base = Style("paragraph", name="Base", area="text", font="Open Sans", size="12pt")
    document.insert_style(base)
    head = Style(
        "paragraph", name="Head", parent_style="Base", area="text", size="200%", color="#E5002B",
        bold=True,
    )  # fmt: skip
    document.insert_style(head)
    document.insert_style(Style("text", name="Blue", area="text", color="#0A3CC8", italic=True))
    document.body.append(Paragraph("Saldi d’estate", style="Head"))
    mixed = Paragraph("Solo oggi  in negozio", style="Base")
    mixed.set_span("Blue", regex="oggi")
    document.body.append(mixed)
    return _saved(document)


def open_slides(extra=""):
    """An OpenDocument presentation with a filled shape that holds words."""
    document = Document("presentation")
    document.body.clear()
    document.insert_style(
        Element.from_tag(
            '<style:style style:name="Box" style:family="graphic"><style:graphic-properties '
            'draw:fill="solid" draw:fill-color="#e5002b"/><style:text-properties '
            'fo:color="#ffffff" fo:font-size="30pt" fo:font-family="Open Sans"/></style:style>'
        ),
        automatic=True,
    )
    page = DrawPage("one", name="One", master_page="Default")
    page.append(
        Element.from_tag(
            '<draw:custom-shape draw:style-name="Box" svg:x="7cm" svg:y="0cm" svg:width="14cm" '
            'svg:height="10.5cm"><text:p>Rebajas</text:p></draw:custom-shape>'
        )
    )
    if extra:
        page.append(Element.from_tag(extra))
    document.body.append(page)
    return _saved(document)


def open_picture(size=("20cm", "15cm")):
    """An OpenDocument text that shows a large picture."""
    document = Document("text")
    document.body.clear()
    name = document.add_file(io.BytesIO(LARGE_PICTURE))
    paragraph = Paragraph("Guardate")
    paragraph.append(Frame.image_frame(name, size=size, anchor_type="paragraph"))
    document.body.append(paragraph)
    return _saved(document)


def workbook(*sheets):
    """A workbook; each sheet is a list of rows."""
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    return _saved(book)


POSTS = [
    ["Data", "Canale", "Titolo", "Testo del post", "CTA", "Immagine"],
    ["2026-06-01", "Instagram", "Saldi d’estate", "Vieni in negozio: −30 %", "Scopri", "/a/b.png"],
    ["2026-06-08", "Facebook", "Ultimi giorni", "Solo fino a domenica", "", "../c.jpg"],
]


def email(body=None, pictures=(), attached=None, subject="Saldi d’estate"):
    """An e-mail with plain text, HTML, inline pictures and maybe a file attached."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "a@acme.example", "b@c.example"
    message.set_content("Solo testo")
    if body is not None:
        message.add_alternative(body, subtype="html")
        part = message.get_payload()[-1]
        for number, data in enumerate(pictures):
            part.add_related(data, "image", "png", cid=f"<p{number}>")
    if attached:
        message.add_attachment(attached, "application", "pdf", filename="flyer.pdf")
    return message.as_bytes()


MAIL_BODY = (
    "<html><head><style>p{color:#E5002B;font:bold 20px Inter}</style></head><body>"
    "<p>Solo oggi</p><img src='cid:p0'><img src='https://cdn.example/x.png'></body></html>"
)

RICH_TEXT = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Open Sans;}{\f1\froman Georgia;"
    rb"}}{\colortbl;\red229\green0\blue43;\red10\green60\blue200;}{\*\generator x;}{\info{\title No"
    rb"}}\pard\f0\fs48\cf1\b Saldi d\rquote estate\b0\par\fs24\cf2 Solo {\f1\i perch\'e9} s\u236?"
    rb" \cf0 oggi\par}"
)

SUBTITLES = (
    "1\r\n00:00:01,000 --> 00:00:02,500\r\nSolo <i>oggi</i>\r\ntutto\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:04,000\r\nal 30% in meno.\r\n\r\n"
    "3\r\n00:00:05,000 --> 00:00:06,000\r\n- Perché no?\r\n"
)
WEB_SUBTITLES = "WEBVTT\n\nNOTE interno\n\n00:01.000 --> 00:02.000\n<v Anna>Ciao & benvenuti\n"

_IDML_PARTS = {
    "mimetype": "application/vnd.adobe.indesign-idml-package",
    "designmap.xml": (
        '<?xml version="1.0"?><Document xmlns:idPkg="http://ns.adobe.com/AdobeInDesign/idml/1.0/'
        'packaging"><idPkg:Graphic src="Resources/Graphic.xml"/>'
        '<idPkg:Spread src="Spreads/Spread_1.xml"/><idPkg:Story src="Stories/Story_2.xml"/>'
        '<idPkg:Story src="Stories/Story_1.xml"/></Document>'
    ),
    "Resources/Graphic.xml": (
        '<P><Color Self="Color/Red" Model="Process" Space="CMYK" ColorValue="0 100 90 0" '
        'Name="Red"/><Color Self="Color/PMS" Model="Spot" Space="LAB" ColorValue="50 60 40" '
        'Name="PANTONE 186 C"/><Color Self="Color/Blue" Model="Process" Space="RGB" '
        'ColorValue="10 60 200" Name="Blue"/><Color Self="Color/Never" Model="Process" '
        'Space="RGB" ColorValue="1 2 3" Name="Never"/><Tint Self="Tint/Half" '
        'BaseColor="Color/Red" TintValue="50"/></P>'
    ),
    "Resources/Styles.xml": (
        '<P><ParagraphStyle Self="ParagraphStyle/Base" FillColor="Color/Blue"><Properties>'
        "<AppliedFont>Open Sans</AppliedFont></Properties></ParagraphStyle>"
        '<ParagraphStyle Self="ParagraphStyle/Head" PointSize="36" FontStyle="Semibold Italic">'
        "<Properties><BasedOn>Base</BasedOn></Properties></ParagraphStyle></P>"
    ),
    "Resources/Preferences.xml": (
        '<P><DocumentPreference PageWidth="419.528" PageHeight="595.276"/></P>'
    ),
    "Spreads/Spread_1.xml": (
        '<P><Spread><Rectangle FillColor="Color/PMS" StrokeColor="Swatch/None"/>'
        '<Oval FillColor="Tint/Half"/><Link LinkResourceURI="file:/Users/x/logo.ai"/></Spread></P>'
    ),
    "Stories/Story_1.xml": (
        '<P><Story><ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/Base">'
        '<CharacterStyleRange PointSize="9" FillColor="Color/Red"><Properties><AppliedFont>'
        "Georgia</AppliedFont></Properties><Content>Solo oggi</Content><Br/><Content>in negozio"
        "</Content></CharacterStyleRange></ParagraphStyleRange></Story></P>"
    ),
    "Stories/Story_2.xml": (
        '<P><Story><ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/Head">'
        "<CharacterStyleRange><Content>Saldi d’estate</Content></CharacterStyleRange>"
        "</ParagraphStyleRange></Story></P>"
    ),
}


def indesign():
    """An IDML with CMYK, RGB and spot swatches, of which one is not used."""
    return packed(_IDML_PARTS)


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """An archive of named parts, the first one stored as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, (name, body) in enumerate(parts.items()):
            archive.writestr(name, body, zipfile.ZIP_STORED if number == 0 else method)
    return out.getvalue()


def changed(data, name, change):
    """The same archive with one part rewritten, added (from b"") or left out (None)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    return packed({n: body for n, body in parts.items() if body is not None})


def with_link_outside(data, rels, kind, address):
    """The same document with a relation that leads outside."""
    relation = (
        f'<Relationship Id="rIdOut" TargetMode="External" Target="{address}" Type='
        f'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        "</Relationships>"
    )
    return changed(data, rels, lambda body: re.sub(rb"</Relationships>", relation.encode(), body))


@cache
def every_document():
    """One file of each family, by suffix."""
    return {
        ".docx": word(),
        ".pptx": slides(),
        ".odt": open_text(),
        ".odp": open_slides(),
        ".idml": indesign(),
        ".rtf": RICH_TEXT,
        ".eml": email(MAIL_BODY, [LARGE_PICTURE]),
        ".mhtml": email(MAIL_BODY, [LARGE_PICTURE]),
        ".xlsx": workbook(POSTS),
        ".csv": "\n".join(";".join(row) for row in POSTS).encode(),
        ".srt": SUBTITLES.encode(),
        ".vtt": WEB_SUBTITLES.encode(),
    }
