"""Bytes as text: which encoding a file is in."""

import re

from framing.errors import InputError

_ENOUGH_TO_DETECT = 200_000  # bytes


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Return the text of a file and its encoding, not one character changed.

    UTF-8 first (a byte order mark stays the first character), then UTF-16 and UTF-32 by their mark
    or by how their null bytes fall, the encoding that the file itself declares, and what
    charset-normalizer makes of it. Raises InputError for an empty file and for what is no text.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        raise InputError("empty file")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_try(data, encoding)), encoding
    if b"\0" in data:
        return _unmarked(data)
    for known in filter(None, (_escaped(data), "utf-8", declared)):
        text = _try(data, known)
        if text is not None:
            return _checked(text), known
    guess = _detect(data)
    return _checked(_try(data, guess) if guess else None), guess or ""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a web page says it is in, if it says so in its first lines, as browsers take
    it: pages that say Latin-1 are in Windows' superset of it, and the line that says UTF-16 could
    not be read if it were true."""
    match = _META.search(data, 0, 4096)
    said = match.group(1).decode("ascii").lower().replace("_", "-") if match else "utf-8"
    return None if said.startswith("utf") else _AS_BROWSERS.get(said, said)


# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE
)
# WHATWG Encoding Standard, section 4.2
_AS_BROWSERS = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "latin1", "l1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987"), "cp949"),
    **{"iso-8859-9": "cp1254", "shift-jis": "cp932", "tis-620": "cp874"},
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):  # some of Python's encodings raise plain UnicodeErrors
        return None


def _unmarked(data: bytes) -> tuple[str, str]:
    """UTF-16 or UTF-32 without its mark: of the four readings only the right one has spaces (in the
    wrong order of bytes they are other characters) and no control character."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _try(data, encoding) or ""
        if text.count(" ") * _CHARACTERS_A_SPACE > len(text) and _is_text(text):
            return text, encoding
    raise InputError("binary file: it holds null bytes; if it is a text, save it as UTF-8")


def _escaped(data: bytes) -> str | None:
    """The encodings that are ASCII with escape sequences, which would else be read as ASCII."""
    return next((encoding for sign, encoding in _ESCAPES if sign in data), None)


def _detect(data: bytes) -> str | None:
    sample = data[:_ENOUGH_TO_DETECT]
    for sign, encoding in _APOSTROPHES:
        if sign.search(sample) and _try(data, encoding) is not None:
            return encoding
    is_latin = sum(byte > 127 for byte in sample) < _LATIN_SHARE * len(sample)
    if is_latin and _try(data, "cp1252") is not None:
        return "cp1252"  # a detector reads the one apostrophe of "it’s over" as Chinese
    from charset_normalizer import from_bytes

    guess = from_bytes(sample, cp_isolation=list(_ENCODINGS)).best()
    return guess.encoding if guess else None


# Fewer than one byte in ten is not ASCII: English and its neighbours, which browsers as well read
# as Windows' western encoding where a page declares none (WHATWG Encoding Standard).
_LATIN_SHARE = 0.1
_ENCODINGS = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "koi8_u"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
    *("cp866", "iso8859_5", "mac_cyrillic"),
)
_ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_2"))
# The apostrophe of English words, where it is not Windows' own: a Mac's, or that of an agency that
# writes English with its own country's encoding.
_APOSTROPHES = tuple(
    (re.compile(rb"[a-z]" + sign + rb"(?:s|t|re|ve|ll|d|m)\b"), encoding)
    for sign, encoding in (
        *((rb"\xd5", "mac_roman"), (rb"\xa1\xaf", "gb18030"), (rb"\xa1\xa6", "big5")),
        *((rb"\xa1\xc7", "euc_jp"), (rb"\x81\x66", "shift_jis")),
    )
)
# Words have five or six letters. A bound for scripts without spaces would let through a text in which
# a null byte stands by mistake.
_CHARACTERS_A_SPACE = 20


def _checked(text: str | None) -> str:
    """The text, if it is one: as in git, more than one control character in 128 makes it binary."""
    if text is None:
        raise InputError("not text in any known encoding: save it as UTF-8")
    if not text.strip():
        raise InputError("empty file")
    if not _is_text(text):
        raise InputError("binary file: it holds control characters")
    return text


def _is_text(text: str) -> bool:
    return len(_CONTROLS.findall(text)) <= len(text) / 128 and "\0" not in text
