"""Texts in every plausible encoding, and characters that hide or turn what stands around them."""

from collections.abc import Iterator

from faults.catalogue import Fault, put

ENGLISH = (
    "The river board’s “old” dam broke on Sunday at 3 degrees below zero. Its owner, Ana Silva, said "
    "that nobody had asked her. The board will meet again on Tuesday, it said.\n"
)
WESTERN = ENGLISH.translate(str.maketrans("’“”", '\'""')).replace("Ana", "Zoë")
PLAIN = WESTERN.replace("ë", "e")
RUSSIAN = (
    "Плотина прорвалась в воскресенье утром. Мэр города заявил, что никто не предупредил жителей, и "
    "добавил, что совет соберётся ещё раз во вторник.\n"
) * 2
GREEK = (
    "Το φράγμα έσπασε την Κυριακή το πρωί. Ο δήμαρχος είπε ότι κανείς δεν προειδοποίησε τους "
    "κατοίκους της πόλης.\n"
) * 3
SIMPLIFIED = "水坝在星期天早上决口。市长说，没有人事先警告居民。委员会将在星期二再次开会。\n" * 5
TRADITIONAL = "水壩在星期天早上決口。市長說，沒有人事先警告居民。委員會將在星期二再次開會。\n" * 5
JAPANESE = "日曜日の朝、ダムが決壊した。市長は、だれも住民に知らせなかったと述べた。\n" * 5
KOREAN = "일요일 아침에 댐이 무너졌다. 시장은 아무도 주민들에게 알리지 않았다고 말했다.\n" * 5

_GUESSED, _OTHER, _NO_TEXT = "encoding guessed", "language is", "not text in any known encoding"
_MARKED = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"),
)
_ENGLISH_IN = {
    **dict.fromkeys(("cp1252", "mac_roman", "gb18030", "euc_kr", "big5", "euc_jp"), ENGLISH),
    **dict.fromkeys(("latin-1", "iso8859_15", "cp1250", "cp1254"), WESTERN),
    **dict.fromkeys(("ascii", "iso8859_5", "koi8_r", "cp437"), PLAIN),
}
_OTHERS_IN = (
    *(
        (RUSSIAN, e)
        for e in ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "utf-16-le")
    ),
    *((GREEK, e) for e in ("cp1253", "iso8859_7")),
    *((SIMPLIFIED, e) for e in ("gb18030", "gbk", "gb2312")),
    *((TRADITIONAL, e) for e in ("big5", "big5hkscs")),
    *((JAPANESE, e) for e in ("shift_jis", "cp932", "euc_jp", "iso2022_jp")),
    *((KOREAN, e) for e in ("euc_kr", "cp949", "iso2022_kr")),
)
_TURNED = {
    "right-to-left override": f"\u202e{PLAIN}\u202c",
    "isolates never closed": f"\u2066\u2067\u2068{PLAIN}" * 50,
    "zero-width spaces and joiners in words": PLAIN.replace("a", "a\u200b\u200d\u2060"),
    "soft hyphens in words": PLAIN.replace("o", "o\u00ad"),
    "20,000 combining marks on a letter": "The dam" + "\u0301" * 20_000 + " broke. " + PLAIN,
    "no-break and ideographic spaces": PLAIN.replace(" ", "\u00a0").replace("\n", "\u3000\n"),
    "line and paragraph separators": PLAIN.replace(". ", ".\u2028").replace("\n", "\u2029"),
    "a byte order mark in every word": PLAIN.replace("e", "e\ufeff"),
    "tag characters that spell a command": PLAIN + "".join(chr(0xE0000 + ord(c)) for c in "rm -rf"),
    "non-characters and private use": f"{PLAIN}\ufffe\uffff\U0010ffff\ue000",
    "letters whose lower case is longer": PLAIN + "İİİ ŉŉŉ ǰǰǰ ẞẞẞ ﬃﬃﬃ\n" * 50,
    "emoji with joiners and skin tones": PLAIN + "👩🏽‍🚒👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 " * 50,
    "escape sequences of a terminal": f"\x1b[31m\x1b]0;owned\x07{PLAIN}\x1b[2J" + PLAIN * 5,
    "curly, low, angle and straight quotes never closed": PLAIN + "“„«‹‘‚\"'" * 100,
}


def encoding_faults() -> Iterator[Fault]:
    """Every encoding, then every trick of characters."""
    for encoding in _MARKED:
        yield _english(ENGLISH, encoding)
    for encoding, text in _ENGLISH_IN.items():
        yield _english(text, encoding)
    for text, encoding in _OTHERS_IN:
        yield _other(text, encoding)
    yield Fault("Encodings", "Chinese in utf-16-be without its mark",
                put("odd.txt", SIMPLIFIED.encode("utf-16-be")), says="null bytes")  # fmt: skip
    yield _broken("cp037", PLAIN.encode("cp037"))
    yield _broken("johab", KOREAN.encode("johab"))
    yield _broken(
        "utf-8 cut in the middle of a letter", RUSSIAN.encode()[:-2] + b"\xff\xfe\x81\x8d"
    )
    for what, text in _TURNED.items():
        yield Fault("Characters", what, put("odd.txt", text), reads=1, text=text)
    yield _page("iso-8859-1", "cp1252", ENGLISH)
    yield _page("windows-1251", "cp1252", WESTERN)
    for lie in ("idna", "undefined", "punycode", "hex", "utf-16", "no-such"):
        yield _page(lie, "cp1252", ENGLISH, says=_GUESSED)


def _english(text: str, encoding: str) -> Fault:
    said = "" if _is_certain(text, encoding) else _GUESSED
    kept = "\ufeff" + text if encoding == "utf-8-sig" else text
    data = text.encode(encoding)
    return Fault("Encodings", f"English in {encoding}", put("odd.txt", data),
                 reads=1, says=said, text=kept)  # fmt: skip


def _is_certain(text: str, encoding: str) -> bool:
    return encoding.startswith("utf") or text.isascii()


def _other(text: str, encoding: str) -> Fault:
    language = {RUSSIAN: "Russian", GREEK: "Greek", JAPANESE: "Japanese", KOREAN: "Korean"}
    name = language.get(text, "Chinese")
    return Fault("Encodings", f"{name} in {encoding}",
                 put("odd.txt", text.encode(encoding)), says=_OTHER, text=text)  # fmt: skip


def _broken(what: str, data: bytes) -> Fault:
    return Fault("Encodings", what, put("odd.txt", data), says=_NO_TEXT)


def _page(declared: str, real: str, text: str, says: str = "") -> Fault:
    paragraphs = "".join(f"<p>{line}</p>" for line in (text, text.replace("Sunday", "Monday")))
    page = (
        f"<html><head><meta charset='{declared}'></head><body><article>{paragraphs * 2}</article>"
    )
    return Fault("Encodings", f"a page in {real} that says it is in {declared}",
                 put("odd.html", page.encode(real)), reads=1, says=says)  # fmt: skip
