# Makes web/fonts from the packages of the fonts: what the first page needs of them (docs/decisions/0015).
# Once: `pip install fonttools==4.66.1 brotli==1.2.0`. Then from the project's folder: `python tools/make-fonts.py`
from io import BytesIO

from fontTools.subset import Options, Subsetter, save_font
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PLACING = ["ccmp", "kern", "locl", "mark", "mkmk"]
# From which file, in which weights, with which features, under which name: Source is a reserved one.
FONTS = {
    "sans-latin": ("inter/files/inter-latin-wght-normal", (400, 600), ["calt", "cv05", "ss03", "tnum"], "Amends Sans"),
    "serif-latin": ("source-serif-4/files/source-serif-4-latin-wght-normal", 560, ["liga"], "Amends Serif"),
    "serif-text-latin": ("source-serif-4/files/source-serif-4-latin-wght-normal", 400, ["liga"], "Amends Serif"),
}

for target, (source, weight, features, name) in FONTS.items():
    font = instantiateVariableFont(TTFont(f"node_modules/@fontsource-variable/{source}.woff2"), {"wght": weight})
    font.flavor, whole = None, BytesIO()
    font.save(whole)
    font = TTFont(whole)
    options = Options(flavor="woff2", layout_features=PLACING + features)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = name.replace(" ", "") if record.nameID in (3, 6) else name
    save_font(font, f"web/fonts/{target}.woff2", options)
