"""How does each style print a work? Templates over invented works, for the training of the reading of references."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.reference_works import (
    BODIES,
    JOURNALS,
    LAW_JOURNALS,
    ORGANS,
    PAPERS,
    PLACES,
    REPORTS,
    SERIES,
    SHORT_JOURNALS,
    SITES,
    SUBJECTS_UN,
    UNIVERSITIES,
    Maker,
)

Made = tuple[str, str]
"""The kind of work, and its string with the fields in brackets."""


def made(seed: int, count: int) -> Iterator[tuple[str, str, str]]:
    """Style, kind and string, ``count`` times."""
    maker = Maker(seed)
    for _ in range(count):
        style = maker.any.choices(list(STYLES), [16, 14, 16, 22, 26, 8])[0]
        kind, string = STYLES[style](maker)
        if maker.odds(0.1):
            string = string.rstrip(".")
        yield style, kind, string


def _chosen(m: Maker) -> str:
    return m.any.choices(
        ["journal-article", "book", "chapter", "report", "working-paper", "thesis", "web-page", "news"],
        [30, 16, 16, 11, 9, 5, 7, 6],
    )[0]


def _title(m: Maker, *, capitals: bool | None = None) -> tuple[str, str]:
    said, language = m.title(capitals=capitals)
    return "{t:" + said + "}", language


def _quoted(m: Maker, title: str, language: str, *, inside: str = "", single: bool = False) -> str:
    """A title in the marks of its language, a stop or comma before or behind the closing one."""
    opened, closed = (
        ("« ", " »")
        if language == "fr" and m.odds(0.7)
        else ("«", "»")
        if language == "es" and m.odds(0.6)
        else ("„", "“")
        if language == "de" and m.odds(0.5)
        else m.pick("‘|’", "‘|’", "‘|’", "'|'").split("|")
        if single
        else m.pick("“|”", "“|”", '"|"').split("|")
    )
    asks = title.endswith("?}")
    return f"{opened}{title}{'' if asks else inside}{closed}"


def _vol(m: Maker) -> tuple[str, str]:
    return "{v:" + m.number(1, 120) + "}", ("{i:" + m.number(1, 12) + "}") if m.odds(0.75) else ""


def apa(m: Maker) -> Made:
    return _dated(m, "apa", "{year} ", quoted=0.0)


def harvard(m: Maker) -> Made:
    return _dated(m, "harvard", "{year} ", quoted=0.75)


def _dated(m: Maker, form: str, _: str, *, quoted: float) -> Made:
    kind = _chosen(m)
    body = {"report": 0.75, "web-page": 0.5, "working-paper": 0.2}.get(kind, 0.03)
    who = m.authors(form, body=body)
    if m.odds(0.04) and kind == "book":
        who = who[:-1] + "}" + m.pick(" (Eds.)", " (eds)", " (eds.)")
    dot = "" if who.endswith((".}", ")")) else ("." if form == "apa" else m.pick("", "", ","))
    when = m.year()
    if kind in ("news", "web-page") and m.odds(0.5):
        when = f"({when}, {m.day(year=False)})"
    elif form == "harvard" and m.odds(0.3):
        when = f"{when}{m.pick(',', '', '.')}"
    else:
        when = f"({when})"
    after = "." if form == "apa" else m.pick("", "", ".", ",", ":")
    after = "" if when.endswith((",", ".")) and form == "harvard" else after
    title, language = _title(m)
    comma = m.pick(", ", ". ") if form == "harvard" else ". "
    if m.odds(quoted) and kind in ("journal-article", "chapter", "working-paper", "web-page", "news"):
        title = _quoted(m, title, language, inside=m.pick("", ""), single=m.odds(0.7))
    if title.endswith("?}"):
        comma = " "
    head = f"{who}{dot} {when}{after} {title}"
    return kind, f"{head}{comma}{_dated_rest(m, kind, form, comma)}"


def _dated_rest(m: Maker, kind: str, form: str, comma: str) -> str:
    house, place = m.house()
    imprint = m.pick(f"{house}", f"{place}: {house}", f"{house}, {place}", f"{place}: {house}")
    if kind == "journal-article":
        v, i = _vol(m)
        p = m.pages() if m.odds(0.9) else "Article {p:" + m.number(1000, 99999) + "}"
        if form == "apa":
            return f"{m.journal()}, {v}{f'({i})' if i else ''}, {p}."
        numbered = m.pick(
            f"{v}({i})" if i else v,
            f"vol. {v}, no. {i}" if i else f"vol. {v}",
            f"{v} ({i})" if i else v,
            f"Vol. {v}, No. {i}" if i else f"Vol. {v}",
            f"{v}/{i}" if i else v,
        )
        paged = m.pick(f", pp. {p}", f": {p}", f", pp.{p}", f", {p}", f", p. {p}")
        return f"{m.journal()}{m.pick(', ', ' ', ', ')}{numbered}{paged if not p.startswith('Art') else ', ' + p}."
    if kind == "book":
        edition = m.edition()
        return (
            (f"({edition}). " if form == "apa" and edition else f"{edition}{m.pick('. ', ', ')}" if edition else "")
            + imprint
            + "."
        )
    if kind == "chapter":
        book, _ = _title(m, capitals=m.odds(0.7) or None)
        book = book.replace("{t:", "{c:")
        many = m.pick("Eds.", "eds.", "eds", "Ed.", "ed.", "Hrsg.", "coords.", "dir.")
        editors = (
            m.editors(m.pick("spoken-short", "harvard", "spoken")) if form == "harvard" else m.editors("spoken-short")
        )
        paged = m.pick(f" (pp. {m.pages()})", f", pp. {m.pages()}", f" (pp. {m.pages()})") if m.odds(0.9) else ""
        if m.odds(0.08):
            paged = f" (Vol. {{v:{m.number(1, 9)}}}, pp. {m.pages()})"
        within = m.pick("In", "In", "in", "in:", "In:", "En", "Dans") if form == "harvard" else "In"
        if m.odds(0.15):
            return f"{within} {book}{paged}. {imprint}."
        if form == "harvard" and m.odds(0.4):
            return f"{within} {book}, edited by {editors}{m.pick('. ', ', ')}{imprint}{paged}."
        end = f"{paged}. {imprint}" if form == "apa" or m.odds(0.4) else f"{m.pick('. ', ', ')}{imprint}{paged}"
        return f"{within} {editors} ({many}){m.pick(', ', ' ') if form == 'harvard' else ', '}{book}{end}."
    if kind in ("report", "working-paper"):
        return _series(m, kind, imprint, form)
    if kind == "thesis":
        return _thesis(m)
    if kind == "web-page":
        return "{c:" + m.of(SITES) + "}." if m.odds(0.7) else ""
    day = f", {m.day(year=False)}" if form == "harvard" and m.odds(0.6) else ""
    return (
        "{c:"
        + m.of(PAPERS)
        + "}"
        + day
        + (m.pick(", p. ", ", ") + "{p:" + m.pick("", "A") + m.number(1, 30) + "}" if m.odds(0.3) else "")
        + "."
    )


def _series(m: Maker, kind: str, imprint: str, form: str) -> str:
    name = m.of(SERIES) if kind == "working-paper" else m.of(REPORTS)
    count = (
        "{i:"
        + m.pick(m.number(1, 300), f"{m.number(2005, 2024)}/{m.number(1, 40)}", f"{m.number(1, 24)}-{m.number(1, 99)}")
        + "}"
    )
    sign = m.pick("No. ", "No. ", "no. ", "", "Nr. ", "n.º ", "n° ")
    series = _named(name) + " " + sign + count
    body = "{u:" + m.of(BODIES) + "}"
    if kind == "report" and m.odds(0.3):
        body = (
            "{u:"
            + m.of(["IOM", "OECD", "UNHCR", "OECD Publishing", "UN-Habitat", "World Bank", "UNOPS", "UCLG", "Danida"])
            + "}"
        )
    town = "{l:" + m.of(PLACES) + "}"
    house = m.pick(body, f"{town}: {body}", f"{body}, {town}", imprint)
    if kind == "report" and m.odds(0.5):
        return f"{house}."
    if form == "apa" and m.odds(0.6):
        return f"({series}). {house}."
    return m.pick(f"{series}. {house}.", f"{series}, {house}.", f"{series}.", f"{series} ({house}).")


def _named(series: str) -> str:
    """ "Report No. 7" names no series."""
    return series if series == "Report" else "{c:" + series + "}"


def _thesis(m: Maker) -> str:
    sort = m.pick(
        "PhD thesis",
        "PhD diss.",
        "Doctoral dissertation",
        "Master’s thesis",
        "PhD dissertation",
        "MA thesis",
        "Tesis doctoral",
        "Thèse de doctorat",
        "Unpublished PhD thesis",
        "Dissertation",
    )
    school = "{u:" + m.of(UNIVERSITIES) + "}"
    town = ", {l:" + m.of(PLACES) + "}" if m.odds(0.25) else ""
    return m.pick(
        f"[{sort}, {school}{town}].",
        f"({sort}, {school}{town}).",
        f"{sort}, {school}{town}.",
        f"{sort}. {school}{town}.",
        f"{sort}: {school}.",
    )


def chicago(m: Maker) -> Made:
    kind = _chosen(m)
    body = {"report": 0.75, "web-page": 0.5, "working-paper": 0.2}.get(kind, 0.03)
    who = m.authors("inverted", body=body)
    dot = "" if who.endswith(".}") else "."
    date = m.odds(0.35)
    when = m.year()
    title, language = _title(m, capitals=m.odds(0.8) or None)
    if kind in ("journal-article", "chapter", "working-paper", "web-page", "news", "thesis"):
        title = _quoted(m, title, language, inside=".")
        stop = ""
    else:
        stop = "" if title.endswith("?}") else "."
    head = f"{who}{dot} {when + '. ' if date else ''}{title}{stop} "
    later = "" if date else f", {when}"
    house, place = m.house()
    imprint = m.pick(f"{place}: {house}", f"{place}: {house}", house)
    if kind == "journal-article":
        v, i = _vol(m)
        numbered = f"{v}" + (m.pick(f", no. {i}", f" ({i})", f", no. {i}") if i else "")
        bracket = "" if date else f" ({m.pick('', '', m.of(['Spring ', 'March ', 'December ']))}{when})"
        return kind, f"{head}{m.journal()} {numbered}{bracket}: {m.pages()}."
    if kind == "book":
        edition = m.edition()
        return kind, f"{head}{edition + ' ' if edition else ''}{imprint}{later}."
    if kind == "chapter":
        book = _title(m, capitals=True)[0].replace("{t:", "{c:")
        edited = f", edited by {m.editors('spoken')}" if m.odds(0.85) else ""
        paged = f", {m.pages()}" if m.odds(0.85) else ""
        end = f"{paged}. {imprint}{later}." if m.odds(0.8) else f"{edited and ''}. {imprint}{later}{paged}."
        return kind, f"{head}{m.pick('In ', 'In ', 'in ')}{book}{edited}{end}"
    if kind in ("report", "working-paper"):
        return kind, head + _series(m, kind, imprint, "chicago").rstrip(".") + later + "."
    if kind == "thesis":
        return kind, head + _thesis(m).rstrip(".").strip("[]()") + later + "."
    name = "{c:" + m.of(SITES if kind == "web-page" else PAPERS) + "}"
    return kind, f"{head}{name}, {m.day(year=not date)}." if m.odds(0.8) else f"{head}{name}{later}."


def numbered(m: Maker) -> Made:
    return m.any.choices([_vancouver, _ieee, _lncs], [45, 42, 13])[0](m)


def _lncs(m: Maker) -> Made:
    """Names, a colon, the title; the year in brackets at the end."""
    kind = m.pick("journal-article", "journal-article", "book", "chapter")
    who = m.authors("apa").replace(" & ", " ") if m.odds(0.5) else m.authors("harvard")
    title, _ = _title(m, capitals=False if m.odds(0.6) else None)
    head = f"{who}: {title}{'' if title.endswith('?}') else '.'} "
    house, place = m.house()
    when = m.year()
    if kind == "journal-article":
        v, i = _vol(m)
        return kind, f"{head}{m.journal()} {v}{f'({i})' if i else ''}, {m.pages()} ({when})."
    if kind == "book":
        return kind, f"{head}{house}, {place} ({when})."
    book = _title(m)[0].replace("{t:", "{c:")
    editors = f"{m.editors('apa')} (eds.) " if m.odds(0.7) else ""
    return kind, f"{head}In: {editors}{book}, pp. {m.pages()}. {house}, {place} ({when})."


def _vancouver(m: Maker) -> Made:
    kind = _chosen(m)
    body = {"report": 0.75, "web-page": 0.6, "working-paper": 0.3, "news": 0.1}.get(kind, 0.02)
    who = m.authors("vancouver", body=body)
    title, _ = _title(m, capitals=False if m.odds(0.7) else None)
    stop = "" if title.endswith("?}") else "."
    head = f"{who}. {title}{stop} "
    house, place = m.house()
    when = m.year()
    if kind == "journal-article":
        v, i = _vol(m)
        name = "{c:" + m.of(SHORT_JOURNALS) + "}" if m.odds(0.5) else m.journal()
        month = f" {m.of(['Jan', 'Mar', 'Oct'])}{m.pick('', ' 12')}" if m.odds(0.15) else ""
        paged = m.pages() if m.odds(0.85) else "{p:e" + m.number(1000, 99999) + "}"
        return (
            kind,
            f"{head}{name}{'.' if not name.endswith('.}') else ''} {when}{month};{v}{f'({i})' if i else ''}:{paged}.",
        )
    if kind == "chapter":
        book = _title(m, capitals=False)[0].replace("{t:", "{c:")
        editors = m.editors("vancouver")
        return (
            kind,
            f"{head}In: {editors}, {m.pick('editors', 'editor', 'eds', 'editors')}. {book}. "
            f"{place}: {house}; {when}. p. {m.pages()}.",
        )
    if kind == "book":
        edition = m.edition()
        return kind, f"{head}{edition + ' ' if edition else ''}{place}: {house}; {when}."
    if kind in ("report", "working-paper"):
        town = "{l:" + m.of(PLACES) + "}"
        org = "{u:" + m.of(BODIES) + "}"
        name = (
            _named(m.of(SERIES if kind == "working-paper" else REPORTS))
            + " "
            + m.pick("No. ", "", "no. ")
            + "{i:"
            + m.number(1, 300)
            + "}"
        )
        tail = m.pick(f"{name}. ", f"{name}. ", "") if kind == "working-paper" else m.pick("", "", f"{name}. ")
        back = f" {name}." if kind == "working-paper" and not tail else ""
        return kind, f"{head}{tail}{town}: {org}; {when}.{back}"
    if kind == "thesis":
        sort = m.pick("[dissertation]", "[PhD thesis]", "[master’s thesis]", "PhD thesis")
        return kind, f"{head[:-2]} {sort}. {{l:{m.of(PLACES)}}}: {{u:{m.of(UNIVERSITIES)}}}; {when}."
    if kind == "news":
        page = f":{{p:{m.pick('A', '')}{m.number(1, 30)}}}" if m.odds(0.5) else ""
        return kind, f"{head}{{c:{m.of(PAPERS)}}}. {when} {m.of(['Jan', 'Mar', 'Oct'])} {m.number(1, 28)}{page}."
    return kind, f"{head}{m.pick('', '{c:' + m.of(SITES) + '}; ', '{c:' + m.of(SITES) + '}. ')}{when}."


def _ieee(m: Maker) -> Made:
    kind = _chosen(m)
    body = {"report": 0.7, "web-page": 0.6, "working-paper": 0.3, "news": 0.1}.get(kind, 0.02)
    who = m.authors("spoken-short", body=body)
    title, language = _title(m, capitals=False if m.odds(0.7) else None)
    house, place = m.house()
    when = m.year()
    month = m.pick("", "", m.of(["Jan. ", "Mar. ", "Oct. ", "May "]))
    if kind in ("book", "report") and m.odds(0.8):
        head = f"{who}, {title}{m.pick('. ', ', ') if not title.endswith('?}') else ' '}"
    else:
        head = f"{who}, {_quoted(m, title, language, inside=',')} "
    if kind == "journal-article":
        v, i = _vol(m)
        name = "{c:" + m.of(SHORT_JOURNALS) + "}" if m.odds(0.4) else m.journal()
        paged = f"pp. {m.pages()}" if m.odds(0.85) else "Art. no. {p:" + m.number(1000, 99999) + "}"
        return kind, f"{head}{name}, vol. {v}{f', no. {i}' if i else ''}, {paged}, {month}{when}."
    if kind == "chapter":
        book = _title(m)[0].replace("{t:", "{c:")
        editors = f", {m.editors('spoken-short')}, {m.pick('Eds.', 'Ed.')}" if m.odds(0.8) else ""
        tail = f" {place}: {house}, {when}" if m.odds(0.75) else f" {{l:{m.of(PLACES)}}}, {month}{when}"
        return kind, f"{head}in {book}{editors}{m.pick('.', ',')}{tail}, pp. {m.pages()}."
    if kind == "book":
        edition = m.edition()
        return kind, f"{head}{edition + ' ' if edition else ''}{place}: {house}, {when}."
    if kind in ("report", "working-paper"):
        town, org = "{l:" + m.of(PLACES) + "}", "{u:" + m.of(BODIES) + "}"
        name = (
            _named(m.of(SERIES if kind == "working-paper" else REPORTS))
            + ""
            + m.pick(" ", ", ")
            + m.pick("No. ", "no. ", "")
            + "{i:"
            + m.number(1, 300)
            + "}"
        )
        name = name if m.odds(0.6) or kind == "working-paper" else ""
        where = m.pick(f"{org}, {town}", f"{town}: {org}", org)
        return kind, f"{head}{', '.join(filter(None, [where, name, f'{month}{when}']))}."
    if kind == "thesis":
        return (
            kind,
            f"{head}{m.pick('Ph.D. dissertation', 'Ph.D. thesis', 'M.S. thesis')}, "
            f"{m.pick('', '', 'Dept. Geogr., ', 'Dept. of Law, ', 'School of Planning, ')}{{u:{m.of(UNIVERSITIES)}}}, "
            f"{{l:{m.of(PLACES)}}}{m.pick('', ', Kenya', ', U.K.', ', USA')}, {when}.",
        )
    if kind == "news":
        page = f", p. {{p:{m.pick('A', '')}{m.number(1, 30)}}}" if m.odds(0.5) else ""
        return (
            kind,
            f"{head}{{c:{m.of(PAPERS)}}}{page}, {m.of(['Jan. 4', '12 Mar.', 'Oct. 30'])}{m.pick(', ', ' ')}{when}.",
        )
    return kind, f"{head}{{c:{m.of(SITES)}}}{m.pick(', ', '. ')}{when}."


def footnote(m: Maker) -> Made:
    return _oscola(m) if m.odds(0.4) else _note(m)


def _note(m: Maker) -> Made:
    """Notes as in the Chicago manual, and their like in Spanish and French."""
    kind = _chosen(m)
    body = {"report": 0.75, "web-page": 0.4, "working-paper": 0.2}.get(kind, 0.03)
    who = m.authors(m.any.choices(["spoken", "spoken-short", "full", "apa"], [70, 20, 7, 3])[0], body=body)
    title, language = _title(m, capitals=m.odds(0.7) or None)
    house, place = m.house()
    when = m.year()
    pinned = m.odds(0.7)
    pin = m.pick(", ", ", p. ", ", pp. ", ", at ", ", pág. ") + m.page() if pinned else ""
    bare = f", {m.page()}" if pinned else ""
    if kind in ("journal-article", "chapter", "working-paper", "web-page", "news", "thesis"):
        inside, outside = (",", " ") if m.odds(0.7) else ("", ", ")
        title = _quoted(m, title, language, inside=inside, single=m.odds(0.2)) + outside
    else:
        title += " "
    head = f"{who}, {title}"
    imprint = m.pick(
        f"({place}: {house}, {when})",
        f"({place}: {house}, {when})",
        f"({house}, {when})",
        f"{house}, {place}, {when}",
        f"{place}, {house}, {when}",
        f"{place}: {house} {when}",
    )
    flat = not imprint.startswith("(")
    if kind == "journal-article":
        v, i = _vol(m)
        if language in ("es", "fr") or m.odds(0.15):
            num = m.pick(f", núm. {i}", f", n.º {i}", f", n° {i}", f", no. {i}", f", nr. {i}") if i else ""
            return (
                kind,
                f"{head}{m.journal()}, vol. {v}{num}{m.pick(f' ({when})', f', {when}')}, "
                f"pp. {m.pages()}{m.pick('', pin, ', p. ' + m.page())}.",
            )
        numbered = f"{v}" + (m.pick(f", no. {i}", f":{i}", f", no. {i}", f"({i})") if i else "")
        if m.odds(0.12):
            return (
                kind,
                f"{head}{m.journal()}{m.pick(', ', ' ')}{v}{'/' + i if i else ''} ({when})"
                f"{m.pick(', ', ': ', ', S. ')}{m.pages()}{pin if m.odds(0.4) else ''}.",
            )
        if m.odds(0.05):
            return kind, f"{head}{v} {m.journal()} {{p:{m.number(1, 900)}}}{bare} ({when})."
        end = m.pick(
            f": {m.page()}",
            f": {m.pages()}",
            f": {m.pages()}, at {m.page()}",
            f": {m.pages()}, {m.page()}",
            f", {m.page()}",
            "",
        )
        return kind, f"{head}{m.journal()} {numbered} ({m.pick('', '', 'March ')}{when}){end}."
    if kind == "book":
        if flat:
            head = head.rstrip() + ", "
        return kind, f"{head}{imprint}{bare if m.odds(0.7) else pin}."
    if kind == "chapter":
        book = _title(m, capitals=True)[0].replace("{t:", "{c:")
        editors = m.pick(
            f", ed. {m.editors('spoken')}", f", edited by {m.editors('spoken')}", f", eds. {m.editors('spoken')}", ""
        )
        before = ""
        if language in ("es", "fr", "de") or m.odds(0.25):
            before = m.editors("spoken") + m.pick(" (eds.), ", " (ed.), ", " (dir.), ", " (coords.), ", " (eds), ")
            editors = ""
        paged = m.pick(f", {m.pages()}", f", pp. {m.pages()}", bare, f", {m.pages()}, at {m.page()}")
        return (
            kind,
            f"{head}{m.pick('in ', 'in ', 'en ', 'dans ', 'in: ')}{before}{book}{editors}"
            f"{', ' if flat else ' '}{imprint}{paged}.",
        )
    if kind in ("report", "working-paper"):
        name = (
            _named(m.of(SERIES if kind == "working-paper" else REPORTS))
            + " "
            + m.pick("No. ", "no. ", "")
            + "{i:"
            + m.number(1, 300)
            + "}"
        )
        name = name if kind == "working-paper" or m.odds(0.4) else ""
        org, town = "{u:" + m.of(BODIES) + "}", "{l:" + m.of(PLACES) + "}"
        where = m.pick(f"{town}: {org}, {when}", f"{org}, {when}", f"{town}, {when}", f"{town}: {org}, {when}", when)
        head = head.rstrip()
        if name and m.odds(0.5):
            return kind, f"{head.rstrip(',')}{'' if head.endswith(',”') else ','} {name} ({where}){bare}."
        return kind, f"{head} ({name + ', ' if name else ''}{where}){bare}."
    if kind == "thesis":
        sort = m.pick("PhD diss.", "PhD thesis", "master’s thesis", "tesis doctoral", "thèse de doctorat")
        return kind, f"{head}({sort}, {{u:{m.of(UNIVERSITIES)}}}, {when}){bare}."
    name = "{c:" + m.of(SITES if kind == "web-page" else PAPERS) + "}"
    return (
        kind,
        f"{head}{name}, {m.day()}"
        + (", {p:" + m.pick("A", "") + m.number(1, 30) + "}." if kind == "news" and m.odds(0.2) else "."),
    )


def _oscola(m: Maker) -> Made:
    kind = _chosen(m)
    body = {"report": 0.75, "web-page": 0.4, "working-paper": 0.2}.get(kind, 0.02)
    who = m.authors("spoken" if m.odds(0.9) else "spoken-short", body=body)
    title, language = _title(m, capitals=True)
    house, _ = m.house()
    when = m.year()
    pin = m.pick(" ", ", ", " ") + m.page() if m.odds(0.6) else ""
    called = title if kind in ("book", "report") else _quoted(m, title, language, single=True)
    head = f"{who}, {called} "
    if kind == "journal-article":
        v, i = _vol(m)
        name = "{c:" + (m.of(LAW_JOURNALS if m.odds(0.45) else JOURNALS)) + "}"
        first = "{p:" + m.number(1, 900) + "}"
        pin = f", {m.page()}" if m.odds(0.6) else ""
        if m.odds(0.15):
            return kind, f"{head}[{when}] {name} {first}{pin}."
        return kind, f"{head}({when}) {v}{f'({i})' if i and m.odds(0.7) else ''} {name} {first}{pin}."
    if kind == "chapter":
        book = _title(m, capitals=True)[0].replace("{t:", "{c:")
        one = m.pick("eds", "ed", "eds")
        return (
            kind,
            f"{head}in {m.editors('spoken')} ({one}), {book} ({m.pick('', '', '', '2nd edn, ')}{house} {when}){pin}.",
        )
    if kind == "book":
        return kind, f"{head}({m.pick('', '', '', '2nd edn, ')}{house} {when}){pin}."
    if kind in ("report", "working-paper"):
        name = (
            _named(m.of(SERIES if kind == "working-paper" else REPORTS))
            + " "
            + m.pick("No ", "No. ", "", "")
            + "{i:"
            + m.number(1, 300)
            + "}"
        )
        name = name if kind == "working-paper" or m.odds(0.4) else ""
        where = m.pick(f"{{u:{m.of(BODIES)}}} {when}", f"{when}", f"{house} {when}")
        return kind, f"{head}({m.pick(f'{name}, ' if name else '', f'{name} ' if name else '')}{where}){pin}."
    if kind == "thesis":
        return (
            kind,
            f"{head}({m.pick('PhD thesis', 'DPhil thesis', 'LLM thesis')}, {{u:{m.of(UNIVERSITIES)}}} {when}){pin}.",
        )
    if kind == "news":
        return (
            kind,
            f"{head}{{c:{m.of(PAPERS)}}} ({m.pick('{l:' + m.of(PLACES) + '}, ', '')}{m.day()})"
            f"{m.pick('', ' {p:' + m.number(1, 30) + '}')}.",
        )
    return kind, f"{head}({{c:{m.of(SITES)}}}, {m.day()})."


def un(m: Maker) -> Made:
    """Documents of the United Nations without their symbols, which are told by their form."""
    who, title, when = "{a:" + m.of(ORGANS) + "}", "{t:" + m.of(SUBJECTS_UN) + "}", m.year()
    pin = (
        m.pick(", para. ", ", para ", ", paras ", ", p. ", ", at para. ", ", para. ") + m.page() if m.odds(0.5) else ""
    )
    day = m.day()
    session = m.pick(
        "", "", "", ", 73rd session", ", Seventy-first session", ", UN GAOR, 56th sess", ", Thirtieth session"
    )
    seat = "{l:" + m.pick("New York", "Geneva", "Nairobi") + "}"
    form = m.any.randrange(9)
    if form == 0:
        return "un-document", f"{who}, {title}{session}, {day}{pin}."
    if form == 1:
        return (
            "un-document",
            f"{who} ({when}){m.pick('. ', ' ', ', ')}{title}."
            f"{m.pick('', f' {seat}: {{u:United Nations}}.', ' {u:United Nations}.')}",
        )
    if form == 2:
        return "un-document", f"{who}, ‘{title}’ ({m.pick(day, when)}){pin}."
    if form == 3:
        return "un-document", f"{who}. {title}. {seat}: {{u:United Nations}}{m.pick(', ', '; ')}{when}."
    if form == 4:
        return "un-document", f"{who}. “{title}.”{session.replace(', ', ' ')} {day}."
    if form == 5:
        return "un-document", f"{who}, “{title},” {day}{pin}."
    if form == 6:
        return "un-document", f"{title}{session}, {day}{pin}."
    if form == 7:
        return "un-document", f"{who}, {title}{session} ({m.pick(when, day)}){pin}."
    return "un-document", f"{who} ({when}) {title}, {m.pick(f'{seat}: ', '')}{{u:United Nations}}{pin}."


STYLES: dict[str, Callable[[Maker], Made]] = {
    "apa": apa,
    "chicago": chicago,
    "harvard": harvard,
    "numbered": numbered,
    "footnote": footnote,
    "un": un,
}
