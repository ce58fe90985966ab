"""A chart as SVG inside a page: no style of its own, no name that another chart has too.

A page with a strict content policy refuses ``style`` attributes and style sheets inside pictures, so
that what matplotlib writes there becomes plain SVG attributes. Those give way to the page's own style
sheet, which lets a dark page have dark charts.
"""

import re
from typing import Any

_XLINK = "{http://www.w3.org/1999/xlink}href"
_FONT = re.compile(
    r"(?:(?P<style>italic|oblique)\s+)?(?:(?P<weight>bold|bolder|lighter|\d{3}|normal)\s+)?"
    r"(?P<size>[\d.]+px)\s+(?P<family>.+)"
)
_LOCAL = re.compile(r"url\(#([^)]+)\)")
_USED = re.compile(r"#([\w-]+)")
_LONG = re.compile(r"-?\d+\.\d{3,}")
_UNTURNED = re.compile(r"rotate\(-?0(?:\.0+)? [^)]*\)")
_NUMBERS = frozenset(("d", "x", "y", "transform", "width", "height"))
_LABELS = ("aria-labelledby", "aria-describedby")


def inline_svg(svg: str, prefix: str) -> str:
    """`svg` as one element for an HTML page, all of its ids beginning with `prefix`."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(svg[svg.index("<svg") :].encode("utf-8"), parser)
    for element in list(root.iter()):
        if etree.QName(element).localname in ("metadata", "style", "script"):
            element.getparent().remove(element)
        else:
            _clean(element, prefix)
    _shorten(root)
    # what the style sheet that was taken out says of every line
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _shorten(root: Any) -> None:
    """Leave out what shows nothing: ids that nothing refers to, white space, turns by no degree,
    digits behind a hundredth of a point; say once which family of letters all text is in."""
    used = {found for e in root.iter() for v in e.attrib.values() for found in _USED.findall(v)}
    families = {e.get("font-family") for e in root.iter() if e.get("font-family")}
    for element in root.iter():
        if element.get("id") not in used:
            element.attrib.pop("id", None)
        if len(families) == 1:
            element.attrib.pop("font-family", None)
        for name in _NUMBERS & set(element.attrib):
            short = _LONG.sub(lambda m: f"{float(m.group()):.2f}", element.get(name))
            element.set(name, " ".join(short.split()))
        if _UNTURNED.fullmatch(element.get("transform", "")):
            del element.attrib["transform"]
        for side in ("text", "tail"):
            if not (getattr(element, side) or "x").strip():
                setattr(element, side, None)
    if len(families) == 1:
        root.set("font-family", families.pop())


def _clean(element: Any, prefix: str) -> None:
    for name, value in _declarations(element.attrib.pop("style", "")):
        element.set(name, value)
    for name, value in list(element.attrib.items()):
        if name.startswith("on"):
            del element.attrib[name]
        elif name == "id":
            element.set(name, prefix + value)
        elif name == _XLINK:
            del element.attrib[name]
            element.set("href", _own(value, prefix))
        elif name == "href":
            element.set(name, _own(value, prefix))
        elif name in _LABELS:
            element.set(name, " ".join(prefix + part for part in value.split()))
        elif "url(#" in value:
            element.set(name, _LOCAL.sub(rf"url(#{prefix}\1)", value))


def _own(reference: str, prefix: str) -> str:
    """A reference to a part of the same chart; one to anything else is not kept."""
    return f"#{prefix}{reference[1:]}" if reference.startswith("#") else "#"


def _declarations(style: str) -> list[tuple[str, str]]:
    """(attribute, value) of each declaration; the shorthand of fonts is spelt out."""
    found = []
    for declaration in style.split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        shorthand = _FONT.fullmatch(value) if name == "font" else None
        if shorthand:
            found += [(f"font-{key}", part) for key, part in shorthand.groupdict().items() if part]
        elif colon:
            found.append((name, value))
    return found
