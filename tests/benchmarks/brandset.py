"""A brand of 200 creatives as designers have them: pictures of many colours, PDFs, and posts."""

import io
from pathlib import Path

import numpy as np

CREATIVES = 200
TEXTS = (
    """Scoprite la luce di ogni giorno. Vi aspettiamo in bottega, con calma, fino al {day} maggio.
Il prezzo parte da {number} euro, il caffè lo offriamo noi. Scriveteci su luma.example.""",
    """Un affare imperdibile! Compra oggi la lampada numero {number} e paghi dal {day} giugno.
Nel nostro negozio trovi tutto: sconti, regali, novità. Cosa aspetti?""",
    """Hoy abrimos el taller número {number}. Ven a verlo antes del {day} de mayo, te invitamos a un
café. Hecho a mano, bebido sin prisa. Más en luma.example.""",
)
PROFILE = """\
meta: {name: Luma}
color:
  palette:
    cotto: '#C5472B'
    mora: '#3A1D33'
    latte: '#FBF3E4'
    smalto: '#2A8580'
    limone: '#F2B83B'
    sabbia: '#EBD3AC'
    acqua: '#A8D5CB'
    foglia: '#5F8140'
defaults:
  brandguard:
    languages: [it, es]
    colour:
      tolerance: 5
      palette: {cotto: {core: true}, limone: {share: [0, 0.5]}}
      forbidden: [{color: '#000000', name: black, tolerance: 4}]
      tints: true
    voice: {address: {it: voi, es: tú}}
    wording:
      banned: [{term: imperdibile, language: it, instead: bello}]
      preferred: [{use: bottega, avoid: [negozio, showroom], language: it}]
      names: [Luma]
      required: [{text: Fatto a mano., language: it, media: [flyer]}]
    production: {offline: {min_dpi: 150, fonts_embedded: true}}
    rules: {COL001: warn, COL005: fail, TRM001: fail}
"""
BRAND = (
    "#C5472B", "#3A1D33", "#FBF3E4", "#2A8580", "#F2B83B", "#EBD3AC", "#A8D5CB", "#5F8140",
)  # fmt: skip


def make(folder, creatives=CREATIVES):
    """Write profile and creatives, half of them pictures, the rest PDFs and posts; give theirs."""
    (folder / "_brand.yml").write_text(PROFILE, encoding="utf-8")
    paths = []
    for number in range(creatives):
        kind = ("png", "png", "png", "pdf", "pdf", "txt")[number % 6]
        channel = "offline/flyer" if kind == "pdf" else "online/social"
        file = folder / f"campaign-{number % 4}" / channel / f"creative-{number:03}.{kind}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_MAKERS[kind](number))
        paths.append(str(file))
    return paths


def colours_of(number, many):
    """Give a creative's colours: the brand's, those a few shades off, and others."""
    chance = np.random.default_rng(number)
    brand = np.array([[int(code[i : i + 2], 16) for i in (1, 3, 5)] for code in BRAND])
    near = brand[chance.integers(len(brand), size=many)] + chance.integers(-14, 15, (many, 3))
    other = chance.integers(0, 256, (many, 3))
    kind = chance.random((many, 1))
    exact = brand[chance.integers(len(brand), size=many)]
    mixed = np.where(kind < 0.4, exact, np.where(kind < 0.75, near, other))
    return np.clip(mixed, 0, 255).astype(int)


def _words(number):
    return TEXTS[number % len(TEXTS)].format(number=number, day=number % 28 + 1)


def _picture(number):
    from PIL import Image

    chance = np.random.default_rng(number)
    image = Image.new("RGB", (640, 480), BRAND[2])
    ramp = np.linspace(0, 1, 640)[None, :, None]
    start, end = colours_of(number + 1000, 2)
    sky = (start * (1 - ramp) + end * ramp).astype(np.uint8)
    image.paste(Image.fromarray(np.repeat(sky, 120, axis=0)), (0, 0))
    for colour in colours_of(number, 26):
        left, top = int(chance.integers(0, 560)), int(chance.integers(120, 420))
        size = int(chance.integers(20, 120)), int(chance.integers(20, 90))
        image.paste(tuple(map(int, colour)), (left, top, left + size[0], top + size[1]))
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def _pdf(number):
    import pikepdf

    document = pikepdf.new()
    for page_number in range(2):
        chance = np.random.default_rng((number, page_number))
        lines = []
        for colour in colours_of(number + page_number * 500, 24):
            red, green, blue = (round(int(v) / 255, 4) for v in colour)
            left, low = chance.integers(0, 360), chance.integers(0, 540)
            wide, high = chance.integers(15, 150), chance.integers(15, 110)
            lines.append(f"{red} {green} {blue} rg {left} {low} {wide} {high} re f")
        words = (
            _words(number + page_number)
            .replace("\n", " ")
            .encode("cp1252", "replace")
            .decode("cp1252")
        )
        lines.append(f"0.23 0.11 0.2 rg BT /F1 11 Tf 12 580 Td ({words}) Tj ET")
        page = document.add_blank_page(page_size=(420, 595))
        page.Contents = document.make_stream("\n".join(lines).encode("cp1252"))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )  # fmt: skip
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


_MAKERS = {"png": _picture, "pdf": _pdf, "txt": lambda number: _words(number).encode()}


def measured(paths, wanted):
    """Measure all in this process, one after the other; give path and features."""
    from brandguard.model.features import Features
    from brandguard.readers import Limits
    from brandguard.workers.task import Job, measure_job

    found = [(path, measure_job(Job(path, path), wanted, Limits())) for path in paths]
    assert all(isinstance(features, Features) for _, features in found), found
    return found


def profile_of(folder):
    """Load the brand's profile."""
    from brandguard.checks import BY_CODE
    from brandguard.interchange.brandyml import load_profile

    return load_profile(Path(folder) / "_brand.yml", BY_CODE)
