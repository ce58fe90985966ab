"""Outlets: the table is sound, styles of many outlets are known, mentions in passing are not."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.data import lexicon_folder
from framing.errors import InputError
from framing.model import UNKNOWN, Span
from framing.reading.outlets import credit_spans, identify, load_outlets

TABLE = lexicon_folder() / "outlets" / "outlets.csv"

STORY = (
    "Ministers from the two countries agreed to reopen the bridge by the end of the month.\n\n"
    "The ferry will keep running until then, the port authority said in a statement."
)

# (expected outlet, a text in its style); every sentence here is made up.
CREDITED = [
    ("afp", f"Geneva (AFP) – {STORY}"),
    ("afp", f"Bridge to reopen\n\n{STORY}\n\n© 2025 AFP"),
    ("afp", f"BEIRUT: (AFP) {STORY}"),
    ("agerpres", f"{STORY}\n\n(AGERPRES)"),
    ("al-jazeera", f"{STORY}\n\nSource: Al Jazeera and news agencies"),
    ("anadolu", f"ANKARA (AA) - {STORY}"),
    ("ani", f"New Delhi [India], June 2 (ANI): {STORY}"),
    ("ani", f"{STORY} (ANI)"),
    ("ansa", f"(ANSA) - ROME, JUN 2 - {STORY}"),
    ("antara", f"Jakarta (ANTARA) - {STORY}"),
    ("ap", f"KYIV, Ukraine (AP) -- {STORY}"),
    ("ap", f"UNITED NATIONS (AP) _ {STORY}"),
    ("ap", f"ABOARD AIR FORCE ONE (AP) — {STORY}"),
    ("ap", f"Bridge to reopen\nBy ANN LEE, Associated Press\n\n{STORY}"),
    ("armenpress", f"YEREVAN, JUNE 2, ARMENPRESS. {STORY}"),
    ("azertac", f"Baku, June 2, AZERTAC\n\n{STORY}"),
    ("bbc", f"Bridge to reopen\n\nAnn Lee\nBBC News, Geneva\n\n{STORY}"),
    ("belta", f"MINSK, 2 June (BelTA) – {STORY}"),
    ("bernama", f"KUALA LUMPUR, June 2 (Bernama) -- {STORY}"),
    ("bloomberg", f"(Bloomberg) -- {STORY}"),
    ("bta", f"Sofia, June 2 (BTA) - {STORY}"),
    ("cnn", f"Washington (CNN) — {STORY}"),
    ("cnn", f"Bridge to reopen\n\nCNN — {STORY}"),
    ("dawn", f"{STORY}\n\nPublished in Dawn, June 2nd, 2025"),
    ("dpa", f"Berlin (dpa) - {STORY}"),
    ("efe", f"Madrid, Jun 2 (EFE).- {STORY}"),
    ("focus-taiwan", f"Taipei, June 2 (CNA) {STORY}"),
    ("fox-news", f"FIRST ON FOX: {STORY}"),
    ("france-24", f"{STORY}\n\n(FRANCE 24 with AFP)"),
    ("interfax", f"MOSCOW. June 2 (Interfax) - {STORY}"),
    ("irna", f"Tehran, IRNA – {STORY}"),
    ("jta", f"JERUSALEM (JTA) — {STORY}"),
    ("kazinform", f"ASTANA. KAZINFORM – {STORY}"),
    ("kcna", f"Pyongyang, June 2 (KCNA) -- {STORY}"),
    ("kuna", f"KUWAIT, June 2 (KUNA) -- {STORY}"),
    ("kyodo", f"TOKYO (Kyodo) -- {STORY}"),
    ("mehr", f"TEHRAN, Jun. 02 (MNA) – {STORY}"),
    ("new-york-times", f"Bridge to Reopen | The New York Times\n\n{STORY}"),
    ("pap", f"Warsaw, June 2 (PAP) - {STORY}"),
    ("prensa-latina", f"Havana, Jun 2 (Prensa Latina) {STORY}"),
    ("pti", f"{STORY} PTI ABC XY"),
    ("pti", f"New Delhi, Jun 2 (PTI)\n{STORY}"),
    ("qna", f"Doha, June 02 (QNA) - {STORY}"),
    ("reuters", f"WASHINGTON/MOSCOW, June 2 (Reuters) - {STORY}"),
    ("reuters", f"June 2 (Reuters) - {STORY}"),
    ("reuters", f"Bridge to reopen. LONDON (Reuters) - {STORY}"),
    ("reuters", f"Bridge to reopen\nBy Reuters Staff\n\n{STORY}"),
    ("reuters", f"{STORY}\n\nOur Standards: The Thomson Reuters Trust Principles."),
    ("ria-novosti", f"MOSCOW, June 2 - RIA Novosti. {STORY}"),
    ("sana", f"Damascus, SANA- {STORY}"),
    ("spa", f"Riyadh, June 02, 2025, SPA -- {STORY}"),
    ("sputnik", f"MOSCOW (Sputnik) - {STORY}"),
    ("tass", f"MOSCOW, August 3. /TASS/. {STORY}"),
    ("tass", f"GENEVA, SWITZERLAND | TASS | {STORY}"),
    ("tass", f"2025-08-03 MOSCOW, August 3. /TASS/. {STORY}"),
    ("tass", f"MOSCOW, August 3. /TASS Correspondent Ivan Lee/. {STORY}"),
    ("ukrinform", f"{STORY} — Ukrinform."),
    ("ukrinform", f"{STORY}\n\n/ukrinform/"),
    ("unn", f"Bridge to reopen\n\nKyiv • UNN\n\n • 120 views\n\n{STORY}"),
    ("unn", f"Bridge to reopen\n\nKyiv • UNN • 120 views\n\n{STORY}"),
    ("usa-today", f"Bridge to reopen\nAnn M. Lee, USA TODAY\n\n{STORY}"),
    ("wafa", f"RAMALLAH, Monday, June 2, 2025 (WAFA) – {STORY}"),
    ("wam", f"ABU DHABI, 2nd June, 2025 (WAM) -- {STORY}"),
    ("xinhua", f"BEIJING, June 3 (Xinhua) -- {STORY}"),
    ("xinhua", f"{STORY}\n\nSource: Xinhua"),
    ("yonhap", f"SEOUL, June 2 (Yonhap) -- {STORY}"),
]

SELF_REFERRING = [
    (
        "al-jazeera",
        f"{STORY}\n\nAl Jazeera’s Ann Lee, reporting from Geneva, said queues were long.",
    ),
    ("babel", f"The bridge will reopen, a Babel correspondent reports.\n\n{STORY}"),
    ("bbc", f"{STORY}\n\nThe BBC understands that a second bridge is planned."),
    ("cnn", f"{STORY}\n\nThe ministry did not respond to CNN's request for comment."),
    ("fox-news", f"“It is our bridge,” the mayor told Fox News Digital.\n\n{STORY}"),
    ("guardian", f"{STORY}\n\nThe Guardian has contacted the port authority for comment."),
    ("kyiv-independent", f"{STORY}\n\nThe Kyiv Independent could not verify the claim."),
    ("politico", f"{STORY}\n\nTwo aides told POLITICO that the date may slip."),
    ("reuters", f"{STORY}\n\nReuters could not independently verify the report."),
    (
        "rudaw",
        f"“We waited,” a driver told Rudaw.\n\nA guard told Rudaw that it was late.\n\n{STORY}",
    ),
    ("tass", f"{STORY}\n\nTASS has gathered what is known so far."),
    (
        "ukrinform",
        f"The bridge will reopen, Ukrinform reports, citing the port authority.\n\n{STORY}",
    ),
    ("unn", f"The bridge will reopen in May, reports UNN.\n\n{STORY}"),
]

MENTIONED_IN_PASSING = [
    STORY,
    "",
    f"According to Russian media, the bridge is closed.\n\n{STORY}",
    f"As TASS reported earlier, the bridge was closed in May.\n\n{STORY}",
    f"The bridge is closed, Reuters reports citing two officials.\n\n{STORY}",
    f"“It is closed,” the Interfax news agency quoted him as saying.\n\n{STORY}",
    f"In remarks to CNN on Sunday, the mayor said the bridge was safe.\n\n{STORY}",
    f"“It will hold,” he wrote in the New York Times.\n\n{STORY}",
    f"Bridge may close, ministers say - Reuters\n\n{STORY}",
    f"Bridge closed, Interfax-Ukraine reports\n\n{STORY}",
    f"The mayor told CNN’s Ann Lee that it was safe. “We checked,” he told CNN.\n\n{STORY}",
    f"He told Reuters it was safe. Later he told the BBC it was not.\n\n{STORY}",
    f"He told the Associated Press (AP) it was safe. He told the AP so twice.\n\n{STORY}",
    f"{STORY}\n\n“Fox News has learned nothing,” the mayor said.",
    f"{STORY}\n\nThe Associated Press contributed to this report.",
    f"{STORY}\n\n(With inputs from PTI)",
    f"{STORY}\n\n(AFP, AP, Reuters)",
    f"{STORY}\n\nBridge plans delayed again - Bloomberg",
    f"Bridge to reopen\n\nA ferry on the river. (Reuters)\n\n{STORY}\n\n{STORY}",
    f"Bridge to reopen\n\nReuters\n\n{STORY}",
    f"Bridge to reopen\n\nAnn Lee/AFP via Getty Images\n\n{STORY}",
    f"{STORY}\n\n“A joy from start to end.” — The New York Times",
    f"{STORY}\n\nSource: BBC",
    f"Salon\n\n{STORY}",
    f"Ann Lee (CNN) Bob Ray (BBC)\n\n{STORY}",
    f"(Reuters) The bridge is closed.\n\n{STORY}",
    f"By the time of the vote, Reuters had left.\n\n{STORY}",
    f"Source: Reuters, citing two officials\n\nDetails: {STORY}",
    f"{STORY}\n\nA dawn raid took time, and the sun rose on the hill as people read the standard.",
    f"President Ann Lee (Fox News) - a guest of the show - was there.\n\n{STORY}",
    f"{STORY}\n\nTwo journalists of the BBC and a Reuters photographer were among the injured.",
    f"The bridge (see map) – built in 1910 – is closed/open/closed.\n\n{STORY}",
]


@pytest.mark.parametrize(("outlet", "text"), CREDITED)
def test_credit_is_certain(outlet: str, text: str):
    tag = identify(text)
    assert (tag.outlet, tag.origin, tag.confidence) == (outlet, None, "certain"), tag
    assert tag.evidence


@pytest.mark.parametrize(("outlet", "text"), SELF_REFERRING)
def test_self_reference_is_likely(outlet: str, text: str):
    tag = identify(text)
    assert (tag.outlet, tag.origin, tag.confidence) == (outlet, None, "likely"), tag
    assert all(evidence.source == "self-reference" for evidence in tag.evidence)


@pytest.mark.parametrize("text", MENTIONED_IN_PASSING)
def test_mention_in_passing_is_no_evidence(text: str):
    tag = identify(text)
    assert (tag.outlet, tag.confidence) == (UNKNOWN, "unknown"), tag


def test_more_than_twenty_outlets_are_tried():
    assert len({outlet for outlet, _ in CREDITED + SELF_REFERRING}) > 20


@pytest.mark.parametrize("text", [text for _, text in CREDITED + SELF_REFERRING])
def test_evidence_is_the_text_at_its_span(text: str):
    for evidence in identify(text).evidence:
        assert evidence.span is not None
        assert evidence.span.of(text) == evidence.text


def test_curly_quotes_and_no_break_spaces_change_nothing():
    text = f"KYIV,\u00a0Ukraine (AP)\u00a0— {STORY}"
    assert identify(text).outlet == "ap"
    assert identify(f"{STORY}\n\nIt did not answer CNN’s\u00a0request for comment.").outlet == "cnn"


def test_self_references_to_several_outlets_prove_none():
    text = f"{STORY}\n\nReuters could not verify the claim. CNN has reached out to the mayor."
    assert identify(text).outlet == UNKNOWN


def test_two_agencies_in_credits_prove_no_outlet_but_are_shown():
    tag = identify(f"LONDON, June 2 (Reuters) - {STORY} (ANI)")
    assert tag.outlet == UNKNOWN
    assert {evidence.text for evidence in tag.evidence} == {"LONDON, June 2 (Reuters) -", "(ANI)"}


def test_override_goes_before_everything():
    tag = identify(
        f"LONDON, June 2 (Reuters) - {STORY}",
        override="bbc",
        fields={"outlet": "TASS"},
        url="https://www.foxnews.com/world/bridge",
    )
    assert (tag.outlet, tag.name, tag.origin, tag.confidence) == (
        "bbc",
        "BBC",
        "reuters",
        "certain",
    )
    assert (tag.evidence[0].source, tag.evidence[0].text) == ("override", "bbc")
    assert tag.evidence[0].span is None


def test_override_may_name_an_outlet_that_no_table_has():
    tag = identify(STORY, override="Hill Road School Gazette")
    assert (tag.outlet, tag.name) == ("hill-road-school-gazette", "Hill Road School Gazette")
    assert tag.confidence == "certain"


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"outlet": "TASS"}, "tass"),
        ({"Outlet": "tass"}, "tass"),
        ({"outlet": "ТАСС"}, "tass"),
        ({"publisher": "tass.com"}, "tass"),
        ({"source": "The New York Times"}, "new-york-times"),
        ({"source": "crawl 7"}, UNKNOWN),
        ({"outlet": "n/a", "site_name": "Al Jazeera"}, "al-jazeera"),
        ({"outlet": "nan"}, UNKNOWN),
        ({"site_name": "Hill Road Gazette"}, "hill-road-gazette"),
        ({"site_name": "News", "url": "https://www.aljazeera.com/x"}, "al-jazeera"),
        ({"hostname": "edition.cnn.com"}, "cnn"),
        ({"author": "By Reuters"}, "reuters"),
        ({"title": "TASS"}, UNKNOWN),
    ],
)
def test_fields(fields: dict[str, str], outlet: str):
    tag = identify(STORY, fields=fields)
    assert tag.outlet == outlet
    assert all(evidence.span is None for evidence in tag.evidence)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://tass.com/politics/1", "tass"),
        ("tass.com", "tass"),
        ("https://www.bbc.co.uk/news/world-1", "bbc"),
        ("https://interfax.com.ua/news/1", "interfax-ukraine"),
        ("https://web.archive.org/web/2025/https://www.rt.com/news/1", "rt"),
        ("https://example.org/?from=https://www.rt.com/", UNKNOWN),
        ("https://nottass.com/", UNKNOWN),
        ("http://[broken", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_url(url: str, outlet: str):
    assert identify(STORY, url=url).outlet == outlet


def test_wire_copy_has_publisher_and_origin():
    text = f"KYIV, Ukraine (AP) — {STORY}"
    tag = identify(text, url="https://www.foxnews.com/world/bridge")
    assert (tag.outlet, tag.origin) == ("fox-news", "ap")
    assert [evidence.span for evidence in tag.evidence] == [None, Span(0, 20)]
    assert identify(text).origin is None
    assert identify(text, url="https://apnews.com/x").origin is None


def test_copyright_of_a_paper_under_an_agency_dateline():
    tag = identify(f"KYIV, Ukraine (AP) — {STORY}\n\n© 2025 The Washington Post")
    assert (tag.outlet, tag.origin) == ("washington-post", "ap")


def test_self_reference_names_no_origin():
    text = f"{STORY}\n\nReuters could not independently verify the report."
    assert identify(text, fields={"outlet": "rt"}).origin is None


def test_headline_is_no_dateline():
    text = f"BRIDGE CLOSED, JUNE 2 - TASS. More\n\n{STORY}"
    assert identify(text, headline=Span(0, text.index("\n"))).outlet == UNKNOWN


def test_credit_behind_a_long_headline_is_found():
    headline = "Bridge " * 120
    text = f"{headline}\nLONDON (Reuters) - {STORY}"
    assert identify(text, headline=Span(0, len(headline))).outlet == "reuters"


def test_credit_spans_hold_the_whole_dateline():
    text = f"date 2025-06-02 ISTANBUL, June 2. /TASS/. {STORY}\n\n/ukrinform/"
    spans = credit_spans(text, load_outlets())
    assert [(span.of(text), outlet) for span, outlet in spans] == [
        ("ISTANBUL, June 2. /TASS/.", "tass"),
        ("/ukrinform/", "ukrinform"),
    ]


# --- the shipped table --------------------------------------------------------------------------


def test_table_is_large_and_in_order():
    rows = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))
    ids = [row["outlet"] for row in rows]
    assert len(ids) >= 220
    assert ids == sorted(set(ids))
    assert len(load_outlets().outlets) == len(ids)


def test_names_and_domains_belong_to_one_outlet():
    table = load_outlets()
    for outlet in table.outlets:
        assert all(table.find(name) is outlet for name in outlet.all_names), outlet
        assert all(table.find_address(f"https://www.{d}/x") is outlet for d in outlet.domains)
        assert outlet.domains, outlet


def test_an_owner_is_stated_with_its_source():
    for outlet in load_outlets().outlets:
        assert bool(outlet.owner_type) == bool(outlet.owner_source), outlet


def test_every_region_is_there():
    there = {outlet.country for outlet in load_outlets().outlets}
    wanted = "UA RU BY IL PS QA IR TR CN IN PK JP KR KP ID NG ZA KE BR AR MX PL RS DE FR GB US AU"
    assert set(wanted.split()) <= there


# --- a user's rows ------------------------------------------------------------------------------


def test_user_rows_replace_and_add(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "outlet,name,names\ntass,My Tass,Mytass\nowl,The Night Owl,\n", encoding="utf-8"
    )
    table = load_outlets(path)
    assert len(table.outlets) == len(load_outlets().outlets) + 1
    assert table.ids["tass"].name == "My Tass"
    assert identify(f"MOSCOW, June 2. /TASS/. {STORY}", table=table).outlet == UNKNOWN
    assert identify(f"MOSCOW, June 2. /Mytass/. {STORY}", table=table).outlet == "tass"
    assert identify(f"{STORY}\n\nThe Night Owl has learned more.", table=table).outlet == "owl"


def test_user_table_is_read_again_after_an_edit(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text("outlet,name\nowl,Night Owl\n", encoding="utf-8")
    assert load_outlets(path).ids["owl"].name == "Night Owl"
    path.write_text("outlet,name\nowl,Day Owl with a longer name\n", encoding="utf-8")
    assert load_outlets(path).ids["owl"].name == "Day Owl with a longer name"


def test_user_table_from_a_spreadsheet_with_semicolons(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_bytes('\ufeffoutlet;name;names\r\nowl;Night Owl;"NO News;Owl"\r\n'.encode())
    assert load_outlets(path).ids["owl"].names == ("NO News", "Owl")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("outlet,name\nOwl,Owl\n", r":2: outlet is 'Owl', but must be lower-case"),
        ("outlet,name\nunknown,Owl\n", r":2: outlet is 'unknown'"),
        ("outlet,name\nowl,\n", r":2: the cell 'name' is empty"),
        ("outlet,name,domain\nowl,Owl,x.org\n", r":2: there is no column 'domain'; there are: "),
        ("outlet,name,kind\nowl,Owl,blog\n", r":2: kind is 'blog', but must be one of agency"),
        ("outlet,name,owner_type\nowl,Owl,rich\n", r":2: owner_type is 'rich'"),
        ("outlet,name,country\nowl,Owl,Peru\n", r":2: country is 'Peru'"),
        ("outlet,name,domains\nowl,Owl,https://x.org\n", r":2: domains is 'https://x.org'"),
        ("outlet,name\nowl,Owl\nowl,Owl 2\n", r":3: 'owl' is already in .*:2"),
        ("outlet,name\nowl,TASS\n", r":2: the name 'TASS' already belongs to 'tass'"),
        ("outlet,name,domains\nowl,Owl,tass.com\n", r"the domain 'tass.com' already belongs"),
        (
            "outlet,name,credit_lines\nowl,Owl,{town} Owl\n",
            r":2: credit_lines: no placeholder {town}",
        ),
        (
            "outlet,name,credit_lines\nowl,Owl,{place} -\n",
            r":2: credit_lines: .* no words of its own",
        ),
        ("outlet,name\nowl,Owl,more\n", r":2: more cells than columns"),
    ],
)
def test_faults_of_a_user_table_name_file_and_line(tmp_path: Path, content: str, message: str):
    path = tmp_path / "mine.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        load_outlets(path)
    assert "mine.csv" in str(error.value)


def test_unreadable_user_tables(tmp_path: Path):
    with pytest.raises(InputError, match="no outlet table there"):
        load_outlets(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes(b"outlet,name\nowl,\xc9cho\n")
    with pytest.raises(InputError, match="not UTF-8"):
        load_outlets(path)


# --- properties ---------------------------------------------------------------------------------

_PIECES = re.split(
    "@",
    'LONDON @ (Reuters) - @/TASS/. @\n@\n\n@ | @• UNN@“@”@"@’s @© @told CNN@ has learned @'
    "The Guardian@reports UNN@. @(AP)@ — @June 2@, @By @a Babel correspondent reports@\u00a0@"
    "İstanbul@𝔸@Source: Xinhua@talks @PTI AB@Published in Dawn, @CNN - ",
)
_PLAIN_WORDS = "Bridge opens (May) - /or/ | • © 2025 told by has learned . , “ ” Lee \n"
_INNOCENT = st.lists(st.sampled_from(_PLAIN_WORDS.split(" ")), max_size=60).map(" ".join)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_spans_lie_in_the_text_and_apart(text: str):
    tag = identify(text)
    assert (tag.outlet == UNKNOWN) == (tag.confidence == "unknown")
    for evidence in tag.evidence:
        assert evidence.span is not None and evidence.span.of(text) == evidence.text
    spans = [span for span, _ in credit_spans(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(_INNOCENT)
def test_a_text_that_names_no_outlet_is_unknown(text: str):
    assert identify(text) == identify("")
    assert credit_spans(text) == []


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str):
    identify(text, url=text, fields={"site_name": text, "author": text})


@given(st.sampled_from(CREDITED + SELF_REFERRING), st.sampled_from(load_outlets().outlets))
def test_the_user_is_always_believed(case, outlet):
    tag = identify(case[1], override=outlet.outlet)
    assert (tag.outlet, tag.confidence) == (outlet.outlet, "certain")
    assert tag.origin != outlet.outlet
