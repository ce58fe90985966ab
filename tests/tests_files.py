"""Everything that a file says: text, metadata, bookmarks, descriptions."""

import io
import re
import zipfile
from html import unescape

from framing.reporting.blind import outlet_strings


def everything_in(name, data):
    """All text of a PDF, .docx, HTML or PNG file, its metadata and its name."""
    ending = name.rpartition(".")[2]
    return (
        name + "\n" + {"pdf": of_pdf, "docx": of_docx, "html": of_html, "png": of_png}[ending](data)
    )


def of_pdf(data):
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    pages = [page.extract_text() for page in reader.pages]
    meta = [str(value) for value in (reader.metadata or {}).values()]
    xmp = reader.trailer["/Root"].get("/Metadata")
    meta.append(xmp.get_object().get_data().decode("utf-8", "replace") if xmp else "")
    alt = [
        str(v) for o in objects(reader) for k, v in o.items() if k in ("/Alt", "/ActualText", "/T")
    ]
    return "\n".join([*pages, *meta, *titles(reader.outline), *alt])


def titles(outline):
    return [
        t for item in outline for t in (titles(item) if isinstance(item, list) else [item.title])
    ]


def objects(reader):
    """Every dictionary in the file."""
    from pypdf.generic import DictionaryObject

    found = (reader.get_object(number) for number in range(1, len(reader.xref_objStm) + 1_000_000)
             if number in reader.xref[0] or number in reader.xref_objStm)  # fmt: skip
    return [o for o in found if isinstance(o, DictionaryObject)]


def of_docx(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            archive.read(n).decode("utf-8", "replace")
            for n in archive.namelist()
            if n.endswith((".xml", ".rels"))
        ]
        joined = [re.sub(r"</w:p>", "\n", part) for part in parts]
        return "\n".join(
            [*archive.namelist(), *(unescape(re.sub(r"<[^>]+>", "", p)) for p in joined), *parts]
        )


def of_html(data):
    return unescape(data.decode("utf-8"))


def of_png(data):
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        return "\n".join(map(str, picture.info.values()))


def forbidden(made):
    """What a pupil must not see: names, ids, domains, bylines, datelines, evidence, file stems."""
    found = {"outlet strings": set(), "credits": set(), "stems": set()}
    for annotation in (a for c in made.comparisons for a in c.annotations):
        article = annotation.article
        found["outlet strings"] |= set(outlet_strings(article, made.table))
        found["credits"] |= {e.text for e in article.outlet.evidence}
        found["credits"] |= {r.span.of(article.text) for r in article.regions if r.kind == "byline"}
        found["stems"].add(article.id)
    return {kind: {s for s in strings if s.strip()} for kind, strings in found.items()}


def leaks(text, strings):
    flat = re.sub(r"\s+", " ", text).casefold()
    return sorted(s for s in strings if re.sub(r"\s+", " ", s).casefold().strip() in flat)
