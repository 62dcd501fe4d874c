"""Small Photoshop files, made on the spot with the library that reads them."""

import io
import struct

import numpy as np
import reader_files as files
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import AlphaChannelMode, LinkedLayerType, PlacedLayerType, Resource, Tag
from psd_tools.psd.descriptor import DescriptorBlock, DescriptorBlock2, RawData, String
from psd_tools.psd.image_resources import (
    AlphaChannel,
    AlphaNamesUnicode,
    DisplayInfo,
    ImageResource,
    ResoulutionInfo,
    VersionInfo,
)
from psd_tools.psd.linked_layer import LinkedLayer, LinkedLayers
from psd_tools.psd.tagged_blocks import TaggedBlock, TypeToolObjectSetting

ENGINE = """<<
/EngineDict <<
  /Editor << /Text ({text}) >>
  /StyleRun <<
    /RunArray [ << /StyleSheet << /StyleSheetData <<
      /Font 0 /FontSize {size} /FillColor << /Type 1 /Values [ {colour} ] >>
    >> >> >> ]
    /RunLengthArray [ {length} ]
  >>
>>
/ResourceDict << /FontSet [ << /Name ({font}) >> ] >>
/DocumentResources << /FontSet [ << /Name ({font}) >> ] >>
>>"""
RED_TEXT = "1.0 .89804 0.0 .16863"


def _utf16(text):
    return "".join(map(chr, b"\xfe\xff" + text.encode("utf-16-be")))


def saved(psd):
    out = io.BytesIO()
    psd.save(out)
    return out.getvalue()


def flat(image, dpi=None, icc=None, big=False):
    """A file that is one picture."""
    psd = PSDImage.frompil(image)
    if big:
        psd._record.header.version = 2
        planes = psd._record.image_data.get_data(PSDImage.frompil(image)._record.header)
        psd._record.image_data.set_data(planes, psd._record.header)
    if dpi:
        resource(psd, Resource.RESOLUTION_INFO, ResoulutionInfo(dpi << 16, 1, 1, dpi << 16, 1, 1))
    if icc:
        resource(psd, Resource.ICC_PROFILE, icc)
    return psd


def resource(psd, key, data):
    if not isinstance(data, bytes):
        out = io.BytesIO()
        data.write(out)
        data = out.getvalue()
    psd._record.image_resources[key] = ImageResource(key=key.value, data=data)


def with_layers(dpi=300, boxes=((10, 10), (50, 30)), visible=(True, True)):
    """A file of 120 × 80 with a layer for each box, red then blue, and its preview."""
    psd = flat(files.picture(), dpi)
    for (left, top), colour, shown in zip(boxes, (files.RED, files.BLUE), visible, strict=False):
        layer = psd.create_pixel_layer(Image.new("RGB", (40, 20), colour), "l", top, left)
        layer.visible = shown
    return psd


def typed(layer, text, size=50, colour=RED_TEXT, stretch=1.0):
    """Make a layer of pixels a layer of type."""
    words = {"text": _utf16(text), "font": _utf16("Inter-Bold"), "length": len(text) + 1}
    engine = ENGINE.format(**words, size=size, colour=colour)
    block = DescriptorBlock(classID=b"TxLr", version=16)
    block[b"Txt "] = String(text)
    block[b"EngineData"] = RawData(engine.encode("latin-1"))
    layer.tagged_blocks.set_data(
        Tag.TYPE_TOOL_OBJECT_SETTING,
        version=1, transform=(stretch, 0.0, 0.0, stretch, 0.0, 0.0), text_version=50,
        text_data=block, warp_version=1, warp=DescriptorBlock(classID=b"warp", version=16),
    )  # fmt: skip
    assert isinstance(
        layer.tagged_blocks.get_data(Tag.TYPE_TOOL_OBJECT_SETTING), TypeToolObjectSetting
    )


def flyer(text="Saldi d’estate", **options):
    """A file with a line of type over a picture, saved and thus told by Photoshop's own tags."""
    psd = with_layers()
    typed(list(psd)[-1], text, **options)
    return saved(psd)


def placed(data, corners, linked=None):
    """A file with a smart object; `linked` is the path of a file that lies elsewhere."""
    psd = with_layers()
    layer = list(psd)[-1]
    layer.tagged_blocks.set_data(
        Tag.PLACED_LAYER2, kind=b"plcL", version=3, uuid="u1", page=1, total_pages=1,
        anti_alias=16, layer_type=PlacedLayerType.RASTER, transform=tuple(map(float, corners)),
        warp=DescriptorBlock2(classID=b"warp", version=16),
    )  # fmt: skip
    config = DescriptorBlock(classID=b"null", version=16)
    config[b"Idnt"] = String("u1")
    layer.tagged_blocks.set_data(Tag.SMART_OBJECT_LAYER_DATA1, kind=b"soLD", version=4, data=config)
    common = {"uuid": "u1", "filename": linked or "logo.png", "filetype": b"png "}
    if linked:
        where = DescriptorBlock(classID=b"ExternalFileLink", version=16)
        where[b"fullPath"] = String(linked)
        where[b"relPath"] = String(linked)
        layer_file = LinkedLayer(
            kind=LinkedLayerType.EXTERNAL, version=3, filesize=10, linked_file=where, data=b"",
            **common,
        )  # fmt: skip
    else:
        layer_file = LinkedLayer(kind=LinkedLayerType.DATA, version=4, data=data, **common)
    key = Tag.LINKED_LAYER_EXTERNAL if linked else Tag.LINKED_LAYER2
    psd.tagged_blocks[key] = TaggedBlock(key=key, data=LinkedLayers([layer_file]))
    return saved(psd)


def with_spot(name="PANTONE 186 C", rgb=(200, 16, 46)):
    """A white picture whose right half is printed in a spot ink at full strength."""
    height, width = 80, 120
    plane = np.full((height, width), 255, np.uint8)
    plane[:, width // 2 :] = 0
    psd = flat(Image.new("RGB", (width, height), "white"), 300)
    header = psd._record.header
    header.channels = 4
    psd._record.image_data.set_data(
        [bytes([255]) * (width * height)] * 3 + [plane.tobytes()], header
    )
    names = AlphaNamesUnicode([name])
    colours = [value * 257 for value in rgb]
    channel = AlphaChannel(0, *colours, 0, 100, AlphaChannelMode.SPOT)
    resource(psd, Resource.ALPHA_NAMES_UNICODE, names)
    resource(psd, Resource.DISPLAY_INFO, DisplayInfo(1, [channel]))
    return saved(psd)


def without_preview(**options):
    """A file saved without «Maximise compatibility»: its preview is blank and says so."""
    psd = with_layers(**options)
    data = PSDImage.open(io.BytesIO(saved(psd)))
    resource(data, Resource.VERSION_INFO, VersionInfo(1, has_composite=False, file_version=1))
    return saved(data)


def header(width, height, *, channels=3, depth=8, mode=3, version=1):
    """A file that announces a size and holds next to nothing."""
    head = struct.pack(">4sH6xHIIHH", b"8BPS", version, channels, height, width, depth, mode)
    return head + bytes(4 + 4 + (4 if version == 1 else 8)) + b"\0\1" + bytes(100)
