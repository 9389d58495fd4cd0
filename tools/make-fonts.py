# Makes web/fonts from the packages of the fonts: what the first page needs of them (docs/decisions/0015).
# Once: `apt-get install python3-fonttools python3-brotli` (4.38 and 1.0.9 made those here). Then from the project's folder: `/usr/bin/python3 tools/make-fonts.py`
from io import BytesIO

from fontTools.subset import Options, Subsetter, save_font
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# What a page in a Latin script shows; all else, and letters typed as a letter and an accent, come from the whole fonts.
# The unicode-range of web/styles/fonts.css names the same.
SHOWN = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x2009, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D,
    0x201E, 0x2022, 0x2026, 0x2039, 0x203A, 0x20AC, 0x2191, 0x2193, 0x2212,
]
# From which file, in which weights, with which features, under which name: Source is a reserved one.
FONTS = {
    "sans-latin": ("inter/files/inter-latin-wght-normal", (400, 600), ["kern", "cv05", "ss03", "tnum"], "Amends Sans"),
    "serif-latin": ("source-serif-4/files/source-serif-4-latin-wght-normal", 560, ["kern", "liga"], "Amends Serif"),
    "serif-text-latin": ("source-serif-4/files/source-serif-4-latin-wght-normal", 400, ["kern", "liga"], "Amends Serif"),
}

for target, (source, weight, features, name) in FONTS.items():
    font = instantiateVariableFont(TTFont(f"node_modules/@fontsource-variable/{source}.woff2"), {"wght": weight})
    font.flavor, whole = None, BytesIO()
    font.save(whole)
    font = TTFont(whole)
    options = Options(flavor="woff2", layout_features=features)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(SHOWN) & set(font.getBestCmap()))
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = name.replace(" ", "") if record.nameID in (3, 6) else name
    save_font(font, f"web/fonts/{target}.woff2", options)
