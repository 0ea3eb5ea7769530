"""How do law reviews, proceedings, engineers and the United Nations print a work? More templates of strings."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.reference_works import (
    BODIES,
    JOURNALS,
    LAW_JOURNALS,
    MONTHS,
    ORGANS,
    PAPERS,
    PLACES,
    SHORT_JOURNALS,
    SITES,
    SUBJECTS_UN,
    UNIVERSITIES,
    Maker,
)

Made = tuple[str, str, str]
"""Style, kind, and a string with its fields in brackets."""
FAR = [
    "MA, USA",
    "Germany",
    "U.K.",
    "UK",
    "NJ, USA",
    "CA, USA",
    "The Netherlands",
    "Switzerland",
    "Kenya",
    "South Africa",
]
STATES = ["MA", "CA", "NY", "IL", "DC", "UK", "NJ", "MI", "US"]
MEETINGS = [
    "Proc. Int. Conf. Smart Cities", "Proc. 7th Int. Symp. Urban Data", "Proc. IEEE Int. Conf. Big Data", "Proc. CHI",
    "Proc. ACM Conf. Computing and Towns", "Proceedings of the 2018 Conference on Fair Cities", "Proc. HICSS",
    "Proc. 3rd Workshop Mobility Data", "2019 IEEE Int. Conf. on Sensing", "Proc. Annu. Meeting Amer. Soc. Towns",
    "Proceedings of the Workshop on Digital Government", "Proc. 12th Int. Conf. Urban Inf.", "Proc. ISCRAM",
    "Proceedings of the European Conference on Local Democracy (ECLD ’20)", "ICT for Towns", "Proc. World Urban Forum",
    "Proceedings of the Society for Town Studies", "Proc. Int. Conf. Digital Gov. Res. (dg.o)",
]  # fmt: skip
IEEE_JOURNALS = [
    "IEEE Trans. Smart Grid", "IEEE Trans. Big Data", "IEEE Access", "IEEE Trans. Intell. Transp. Syst.",
    "IEEE Internet Things J.", "IEEE Trans. Comput. Soc. Syst.", "ACM Comput. Surv.", "Comput. Environ. Urban Syst.",
    "Gov. Inf. Quart.", "J. Urban Econ.", "Transp. Res. A, Policy Pract.", "Transp. Res. B, Methodol.", "Commun. ACM",
    "Int. Migr. Rev.", "J. Ethn. Migr. Stud.", "Land Use Policy", "Proc. IEEE", "World Dev.", "Soc. Sci. Med.",
    "Environ. Plan. B", "J. Policy Anal. Manage.", "Cities", "Nat. Hum. Behav.", "Int. J. Disaster Risk Reduct.",
]  # fmt: skip
LAW_REVIEWS = [
    "Yale L.J.", "Harv. L. Rev.", "Fordham Urb. L.J.", "Am. J. Int’l L.", "Eur. J. Int’l L.", "Stan. L. Rev.",
    "Colum. J. Transnat’l L.", "Mich. J. Int’l L.", "Hum. Rts. Q.", "Va. J. Int’l L.", "Tex. L. Rev.", "Geo. L.J.",
    "Int’l J. Refugee L.", "Chi. J. Int’l L.", "Wis. Int’l L.J.", "J. World-Sys. Res.", "Loy. L.A. L. Rev.", "Refuge",
]  # fmt: skip
SHORT_ORGANS = [
    "U.N. Secretary-General",
    "U.N. High Comm’r for Refugees",
    "U.N. General Assembly",
    "Comm. on the Rts. of the Child",
    "Comm. on Econ., Soc. & Cultural Rts.",
    "U.N. Human Rights Council",
    "Int’l Law Comm’n",
    "Assemblée générale",
    "Asamblea General",
    "Conseil économique et social",
]
GERMAN = [
    "ZaöRV",
    "Archiv des Völkerrechts",
    "AVR",
    "Der Staat",
    "DÖV",
    "NVwZ",
    "Leviathan",
    "JZ",
    "Zeitschrift für Ausländerrecht",
]
SHIRES = [
    "Sydney Law Review",
    "Federal Law Review",
    "Melbourne University Law Review",
    "Adelaide Law Review",
    "UNSW Law Journal",
]


def conventions(m: Maker) -> Made:
    """One string, its convention drawn by weight."""
    return m.any.choices([each for each, _ in _ALL], [weight for _, weight in _ALL])[0](m)


def _title(m: Maker, *, capitals: bool = False, mark: str = "t") -> str:
    return "{" + mark + ":" + m.title(capitals=capitals)[0].rstrip("?") + "}"


def _town(m: Maker) -> str:
    town = m.of(PLACES)
    if "," in town:
        return "{l:" + town + "}" + m.pick("", ", USA")
    land = m.of(FAR) if m.odds(0.7) else ""
    state, _, land = land.rpartition(", ")
    return "{l:" + town + (f", {state}" if state else "") + "}" + (f", {land}" if land else "")


def _pages(m: Maker) -> str:
    return m.pick("pp. ", "pp. ", "pp.", "p. ") + m.pages()


def _month(m: Maker) -> str:
    return m.of(MONTHS)[:3] + m.pick(".", "") + " "


def _meeting(m: Maker) -> Made:
    who, title, book = m.authors("spoken-short"), _title(m), "{c:" + m.of(MEETINGS) + "}"
    when = m.pick("", _month(m)) + m.year()
    end = m.pick(
        f"{_town(m)}, {when}, {_pages(m)}",
        f"{_town(m)}, {when}, {_pages(m)}",
        f"{when}, {_pages(m)}",
        f"{_town(m)}, {when}",
        f"{{u:{m.pick('IEEE', 'ACM', 'Springer', 'AAAI Press')}}}, {when}, {_pages(m)}",
    )
    within = m.pick("in ", "in ", "in: ", "presented at the ")
    return "numbered", "chapter", f"[{m.number(1, 90)}] {who}, “{title},” {within}{book}, {end}."


def _acm(m: Maker) -> Made:
    head = f"{m.authors('spoken')}. {m.year()}. {_title(m)}. "
    if m.odds(0.5):
        v, i = m.number(1, 60), m.number(1, 12)
        paged = m.pages() if m.odds(0.5) else f"Article {{p:{m.number(1, 400)}}}"
        month = m.pick("", f" ({m.of(MONTHS)} 20{m.number(10, 24)})")
        return (
            "numbered",
            "journal-article",
            f"[{m.number(1, 90)}] {head}{{c:{m.of(IEEE_JOURNALS)}}} {{v:{v}}}, {{i:{i}}}{month}, {paged}.",
        )
    publisher = "{u:" + m.pick("ACM", "Association for Computing Machinery", "Springer") + "}"
    return (
        "numbered",
        "chapter",
        f"[{m.number(1, 90)}] {head}In {{c:{m.of(MEETINGS)}}}. {publisher}, {_town(m)}, {m.pages()}.",
    )


def _lncs(m: Maker) -> Made:
    who, title = m.authors("harvard"), _title(m)
    book = "{c:" + m.of(MEETINGS) + "}" if m.odds(0.5) else _title(m, capitals=True, mark="c")
    editors = f"{m.editors('harvard')} (eds.) " if m.odds(0.6) else ""
    series = f" LNCS, vol. {{v:{m.number(900, 14000)}}}," if m.odds(0.4) else ""
    house = m.pick("{u:Springer}, {l:Cham}", "{u:Springer}, {l:Heidelberg}", "{u:ACM}, {l:New York}", "{u:Springer}")
    paged = f"pp. {m.pages()}"
    return (
        "numbered",
        "chapter",
        f"{m.number(1, 60)}. {who}: {title}. In: {editors}{book}{'.' if series else ','}{series} "
        f"{paged}. {house} ({m.year()}).",
    )


def _ieee_article(m: Maker) -> Made:
    who, title = m.authors("spoken-short"), _title(m)
    v, i = f"vol. {{v:{m.number(1, 160)}}}", m.pick("", f", no. {{i:{m.number(1, 24)}}}")
    paged = m.pick(
        f", pp. {m.pages()}",
        f", pp. {m.pages()}",
        f", Art. no. {{p:{m.number(1, 99999)}}}",
        f", Art. {{p:{m.number(100, 9999)}}}",
    )
    when = m.pick("", _month(m)) + m.year()
    end = f"{v}{i}{paged}, {when}" if m.odds(0.9) else m.pick("to be published", "in press", "early access")
    mark = m.pick("“{}”", '"{}"')
    name = m.of(IEEE_JOURNALS if m.odds(0.8) else SHORT_JOURNALS)
    return "numbered", "journal-article", f"[{m.number(1, 90)}] {who}, {mark.format(title + ',')} {{c:{name}}}, {end}."


def _ieee_book(m: Maker) -> Made:
    who, title, (house, _) = m.authors("spoken-short"), _title(m, capitals=m.odds(0.7)), m.house()
    edition = m.pick("", "", ", 2nd ed", ", 3rd ed")
    chapter = m.pick("", "", f", ch. {m.number(1, 12)}", f", ch. {m.number(1, 12)}, pp. {m.pages()}")
    if m.odds(0.5):
        return (
            "numbered",
            "book",
            f"[{m.number(1, 90)}] {who}, {title}{edition}. {_town(m)}: {house}, {m.year()}{chapter}.",
        )
    book = _title(m, capitals=True, mark="c")
    editors = m.pick("", f", {m.editors('spoken-short')}, Eds.", f", {m.editors('spoken-short')}, Ed.")
    return (
        "numbered",
        "chapter",
        f"[{m.number(1, 90)}] {who}, “{title},” in {book}{editors}{m.pick('', edition)}"
        f"{m.pick('.', ',') if editors else '.'} "
        f"{_town(m)}: {house}, {m.year()}{m.pick('', ', ch. 4')}, {_pages(m)}.",
    )


def _ieee_report(m: Maker) -> Made:
    who, title = m.authors("spoken-short", body=0.7), _title(m)
    if m.odds(0.3):
        body = "{u:" + m.of([*BODIES, "IOM", "OECD", "UNHCR", "ILO"]) + "}"
        lead = f"[{m.number(1, 90)}] {{a:{m.of(BODIES)}}}, {title}{m.pick('', '', ', 2nd ed')}"
        return "numbered", "report", f"{lead}. {_town(m)}: {body}, {m.year()}."
    number = m.pick(
        m.number(1, 400),
        f"{m.number(2005, 2024)}-{m.number(1, 40)}",
        f"TR-{m.number(1, 99)}",
        f"{m.number(10, 24)}/{m.number(1, 99)}",
    )
    name = m.pick(
        "{c:Tech. Rep.} ", "Rep. ", "Report ", "{c:Working Paper} ", "{c:Policy Brief} ", "{c:Discussion Paper} no. "
    )
    kind = "working-paper" if "Paper}" in name else "report"
    house = "{u:" + m.of(BODIES) + "}"
    where = m.pick(f"{house}, {_town(m)}", f"{house}, {_town(m)}", _town(m), house)
    end = (
        m.pick(f", {name}{{i:{number}}}", f", {name}{{i:{number}}}", "")
        if kind == "report"
        else f", {name}{{i:{number}}}"
    )
    return "numbered", kind, f"[{m.number(1, 90)}] {who}, “{title},” {where}{end}, {m.pick('', _month(m))}{m.year()}."


def _vancouver_book(m: Maker) -> Made:
    (house, place), title = m.house(), _title(m)
    town = place[3:-1].split(",")[0]
    place = "{l:" + town + "}" + m.pick("", f" ({m.of(STATES)})", f", {m.of(FAR).rpartition(', ')[2]}")
    if m.odds(0.4):
        who = "{a:" + m.of(BODIES) + "}"
        body = "{u:" + m.of([*BODIES, "WHO", "IOM", "National Academies Press (US)", "UNICEF"]) + "}"
        return "numbered", "report", f"{m.number(1, 60)}. {who}. {title}. {place}: {body}; {m.year()}."
    who = m.authors("vancouver") + m.pick("", "", ", editor", ", editors")
    if m.odds(0.4):
        sort = m.pick("[dissertation]", "[PhD thesis]", "[master’s thesis]")
        return (
            "numbered",
            "thesis",
            f"{m.number(1, 60)}. {m.authors('vancouver')}. {title} {sort}. {place}: {{u:"
            f"{m.of(UNIVERSITIES)}}}; {m.year()}.",
        )
    return (
        "numbered",
        "book",
        f"{m.number(1, 60)}. {who}. {title}. {m.pick('', '2nd ed. ')}{place}: {house}; {m.year()}.",
    )


def _bluebook(m: Maker) -> Made:
    who = m.authors("spoken").replace(" and ", m.pick(" & ", " & ", " and "))
    signal = m.pick("", "", "", "See ", "See, e.g., ", "Cf. ", "See also ")
    title = _title(m, capitals=True)
    pin, year = m.page(), m.year()
    kind = m.any.choices(["journal-article", "book", "chapter", "report", "news", "web-page"], [50, 18, 10, 10, 6, 6])[
        0
    ]
    first, v = m.number(1, 1900), m.number(1, 140)
    if kind == "journal-article":
        name = "{c:" + m.of(LAW_REVIEWS) + "}"
        said = m.pick(
            f", {pin}", f", {pin}", "", f", at {pin}", f", {pin} n.{m.number(1, 200)}", f", {pin} & n.{m.number(1, 99)}"
        )
        called = m.pick(f"{title}, ", f"{title}, ", f"“{title},” ")
        return "footnote", kind, f"{signal}{who}, {called}{{v:{v}}} {name} {{p:{first}}}{said} ({year})."
    if kind == "book":
        inside = m.pick(year, year, f"2d ed. {year}", f"{m.house()[0]} {year}", f"{m.editors('spoken')} ed., {year}")
        return "footnote", kind, f"{signal}{who}, {title} {m.pick(pin, pin, '§ ' + pin)} ({inside})."
    if kind == "chapter":
        book = _title(m, capitals=True, mark="c")
        return (
            "footnote",
            kind,
            f"{signal}{who}, {title}, in {book} {{p:{first}}}{m.pick('', ', ' + pin)} ("
            f"{m.editors('spoken')} eds., {year}).",
        )
    if kind == "report":
        return "footnote", kind, f"{signal}{{a:{m.of(BODIES)}}}, {title} {m.pick(pin, 'at ' + pin)} ({year})."
    day = f"{m.of(MONTHS)[:3]}. {m.number(1, 28)}, {year}"
    name = "{c:" + m.of(PAPERS if kind == "news" else SITES) + "}"
    page = f", at {{p:A{m.number(1, 30)}}}" if kind == "news" and m.odds(0.4) else ""
    return (
        "footnote",
        kind,
        f"{signal}{who}, {title}, {name}{m.pick(f' ({day})', f', {day}') if not page else f', {day}'}{page}.",
    )


def _oscola(m: Maker) -> Made:
    who, title, pin, when = m.authors("spoken"), _title(m, capitals=True), m.page(), m.year()
    kind = m.any.choices(["journal-article", "chapter", "book", "report"], [40, 25, 25, 10])[0]
    note = m.pick("", "", "", f" fn {m.number(1, 150)}", f" n {m.number(1, 99)}", f", fn {m.number(1, 150)}")
    if kind == "journal-article":
        name = "{c:" + m.of([*LAW_JOURNALS, *JOURNALS, "EJIL", "OJLS", "ICLQ", "IJRL", "MLR", "HRLR"]) + "}"
        v, i = m.number(1, 90), m.pick("", "", f"({{i:{m.number(1, 6)}}})")
        head = m.pick(
            f"({when}) {{v:{v}}}{i} ",
            f"({when}) {{v:{v}}}{i} ",
            f"[{when}] ",
            f"[{when}] {{v:{m.number(1, 4)}}} ",
            f"({when}) ",
        )
        said = m.pick("", f", {pin}{note}", f", {pin}{note}", f" at {pin}", f", at {pin}", f" at pp. {pin}")
        return "footnote", kind, f"{who}, ‘{title}’ {head}{name} {{p:{m.number(1, 900)}}}{said}."
    house = m.house()[0]
    if kind == "chapter":
        book = _title(m, capitals=True, mark="c")
        said = m.pick(
            f" {pin}",
            f", {pin}",
            f" {{p:{m.number(1, 300)}}}, {pin}",
            f" {{p:{m.number(1, 300)}}}, {pin}",
            "",
            f" para {pin}",
            f" {{p:{m.number(1, 300)}}}",
        )
        return (
            "footnote",
            kind,
            f"{who}, ‘{title}’ in {m.editors('spoken')} ({m.pick('eds', 'ed')}), {book} ("
            f"{m.pick('', '', '2nd edn, ')}{house} {when}){said}{note if said.endswith(pin) else ''}.",
        )
    said = m.pick(
        f" {pin}",
        f" {pin}",
        f", {pin}",
        f" para {{n:{m.number(1, 20)}.{m.number(1, 90)}}}",
        f" § {pin}",
        f" [{pin}]",
        " ch 4",
        f" at {pin}",
        f" paras {pin}",
    )
    if kind == "book":
        return (
            "footnote",
            kind,
            f"{m.pick('', '', 'See ')}{who}, {title} ({m.pick('', '', '3rd edn, ')}{house} {when})"
            f"{said}{note if said.endswith(pin) else ''}.",
        )
    number = m.pick("", f"Report No {{i:{m.number(1, 300)}}}, ", f"{{u:{m.of(BODIES)}}} ", f"{{l:{m.of(PLACES)}}}, ")
    return (
        "footnote",
        kind,
        f"{{a:{m.of(BODIES)}}}, {m.pick('‘{}’', '{}').format(title)} ({number}"
        f"{m.pick('', m.of(MONTHS) + ' ')}{when}){m.pick('', ',')}{said}.",
    )


def _aglc(m: Maker) -> Made:
    who, title, pin, when = m.authors("spoken"), _title(m, capitals=True), m.page(), m.year()
    house = m.house()[0]
    para = m.pick("", "", f" [{m.number(1, 90)}]", f" [{m.number(1, 9)}.{m.number(1, 90)}]", f" n {m.number(1, 99)}")
    form = m.any.randrange(4)
    if form == 0:
        i = m.pick("", f"({{i:{m.number(1, 4)}}})")
        return (
            "footnote",
            "journal-article",
            f"{who}, ‘{title}’ ({when}) {{v:{m.number(1, 60)}}}{i} {{c:{m.of([*SHIRES, *JOURNALS])}}} "
            f"{{p:{m.number(1, 900)}}}, {pin}{para}.",
        )
    if form == 1:
        return "footnote", "book", f"{who}, {title} ({house}, {m.pick('', '', '2nd ed, ')}{when}) {pin}{para}."
    if form == 2:
        return (
            "footnote",
            "chapter",
            f"{who}, ‘{title}’ in {m.editors('spoken')} (ed{m.pick('', 's')}), "
            f"{_title(m, capitals=True, mark='c')} ({house}, {when}) {{p:{m.number(1, 400)}}}, {pin}.",
        )
    return (
        "footnote",
        "report",
        f"{{a:{m.of(BODIES)}}}, {title} (Report No {{i:{m.number(1, 300)}}}, "
        f"{m.pick('', m.of(MONTHS) + ' ')}{when}) {pin}{para}.",
    )


def _german(m: Maker) -> Made:
    who, title, when = m.authors("spoken" if m.odds(0.6) else "full"), _title(m), m.year()
    pages, pin = m.pages(), "{n:" + m.number(1, 900) + "}"
    opened, closed = m.pick("„|“", "|", "„|“", "»|«").split("|")
    said = m.pick(
        f"S. {pages} ({pin})",
        f"S. {pages}, hier S. {pin}",
        f"S. {pages}",
        f"{{p:{m.number(1, 900)}}} ({pin})",
        f"S. {pin}",
        f"S. {pin} f.",
    )
    if m.odds(0.5):
        name = "{c:" + m.of([*GERMAN, *JOURNALS]) + "}"
        v = m.number(1, 90)
        return (
            "footnote",
            "journal-article",
            f"{who}{m.pick(',', ':')} {opened}{title}{closed}, {m.pick('in: ', '')}{name} {{v:{v}}}"
            f"{m.pick('', '/' + '{i:' + m.number(1, 6) + '}')} ({when}), {said}.",
        )
    book = _title(m, capitals=True, mark="c")
    town = (
        "{l:"
        + m.pick(
            "Berlin",
            "Frankfurt am Main",
            "Tübingen",
            "Baden-Baden",
            "Bielefeld",
            "Wiesbaden",
            "Wien",
            "Köln/Berlin",
            "Frankfurt/New York",
        )
        + "}"
    )
    house = "{u:" + m.pick("Nomos", "Campus", "Mohr Siebeck", "transcript", "Suhrkamp", "Springer VS") + "}"
    imprint = m.pick(f"{town}: {house} {when}", f"{town} {when}", f"{town}: {house}, {when}")
    return (
        "footnote",
        "chapter",
        f"{who}{m.pick(',', ':')} {opened}{title}{closed}, in: {m.editors('spoken')} (Hrsg.)"
        f"{m.pick(',', ':')} {book}, {imprint}, {said}.",
    )


def _news_abroad(m: Maker) -> Made:
    who, title = m.authors("apa"), _title(m)
    name = (
        "{c:"
        + m.of([*PAPERS, "Ouest-France", "Punch", "La Jornada", "Dawn", "Il Foglio", "Taz", "Clarín", "Expresso"])
        + "}"
    )
    day = m.pick("14 de julio", "3. November", "8 mars", "June 30", "May 4", "21 de maio", "12 March", "2 agosto")
    page = m.pick(
        "", "", f", p. {{p:{m.number(1, 30)}}}", f", S. {{p:{m.number(1, 30)}}}", f", {{p:A{m.number(1, 20)}}}"
    )
    return "apa", "news", f"{who} ({m.year()}, {day}). {title}. {name}{page}."


def _editors(m: Maker) -> Made:
    """Chapters whose editors stand before the book, in the ways of many countries."""
    who, when = m.authors("harvard"), m.year()
    title = m.pick("‘{}’", "“{}”", "{}").format(_title(m))
    book = _title(m, capitals=True, mark="c")
    inverted = m.odds(0.6)
    editors = m.editors(m.pick("harvard", "harvard", "full") if inverted else m.pick("spoken", "spoken-short"))
    several = [" (Hrsg.): ", " (Ed.): ", " (eds.). ", " (a cura di), ", " (orgs.), ", " (eds), ", ", eds., "]
    named = editors + m.of([*several, " ed. ", ", ed. ", ", eds. "] if inverted else several)
    house, place = m.house()
    imprint = m.pick(f"{place}: {house}", f"{house}, {place}", f"{house}: {place}", house)
    paged = m.pick(
        f", pp. {m.pages()}", f": {m.pages()}", f", S. {m.pages()}", f", {m.pages()}", f", ch. {m.number(1, 14)}", ""
    )
    chapter = m.pick("", "", "", f"Chap. {m.number(1, 14)} ", f"chapter {m.number(1, 14)} ")
    within = m.pick("in ", "In ", "in: ", "In: ", "em ", "en ") if not chapter else "in "
    return (
        "harvard",
        "chapter",
        f"{who} ({when}){m.pick('', ':', ',', '.')} {title}{m.pick(', ', '. ')}{chapter}{within}"
        f"{named}{book}{m.pick(', ', '. ')}{imprint}{paged}.",
    )


def _edited(m: Maker) -> Made:
    """Books of which a note names the editors, or a translator beside the author."""
    who, when = m.people(m.pick("spoken", "spoken", "spoken", "spoken-short"), most=3), m.year()
    several = " and " in who or "," in who or "&" in who
    sign = (
        m.pick(" (eds)", " (eds.)", ", eds.", " (dir.)", " (Hrsg.)", " (coords.)")
        if several
        else m.pick(" (ed)", " (ed.)", ", ed.")
    )
    title, (house, place) = _title(m, capitals=True), m.house()
    edition = m.pick("", "", "2nd edn, ", f"vol {{v:{m.number(1, 4)}}}, ", f"tr {m.people('spoken', most=1)}, ")
    if edition.startswith("tr "):
        sign = ""
    imprint = m.pick(
        f"({edition}{house} {when})",
        f"({edition}{house} {when})",
        f"({place}: {house}, {when})",
        f"({edition}{house}, {when})",
    )
    pin = m.pick("", "", f" {m.page()}", f", {m.page()}")
    if m.odds(0.25):
        who, sign = m.people("inverted", most=3), m.pick(", ed.", ", eds.", "")
        more = m.pick(
            "",
            "",
            f" Translated by {m.people('spoken', most=2)}.",
            f" Edited by {m.people('spoken', most=2)}.",
            f" Vol. {{v:{m.number(1, 9)}}}.",
            " 2nd ed.",
        )
        stop = "" if sign or who.endswith(".") else "."
        return "chicago", "book", f"{{a:{who}}}{sign}{stop} {title}.{more} {place}: {house}, {when}."
    return (
        "footnote",
        "book",
        f"{m.pick('', '', 'See ')}{{a:{who}}}{sign}"
        f"{'' if sign.endswith('.') and sign.startswith(',') and m.odds(0.5) else ','} {title} {imprint}"
        f"{pin}.",
    )


def _un_notes(m: Maker) -> Made:
    organs = m.any.choices([ORGANS, BODIES, SHORT_ORGANS], [70, 15, 15])[0]
    who, title, when = "{a:" + m.of(organs) + "}", "{t:" + m.of(SUBJECTS_UN) + "}", m.year()
    day = f"{m.number(1, 28)} {m.of([*MONTHS, *MONTHS, 'décembre', 'juillet', 'de mayo de', 'de octubre de'])} {when}"
    pin = m.pick(
        f", para. {m.page()}",
        f" para {m.page()}",
        f", ¶ {m.page()}",
        f", § {m.page()}",
        f" [{m.page()}]",
        f", at {m.page()}",
        f", annex, para. {m.page()}",
        f", {m.page()}",
        f", párr. {m.page()}",
        f", art. {m.page()}",
        f", p. {m.page()}",
        "",
        "",
        f", at para. {m.page()}",
        f", para. {{n:{m.number(1, 60)}({m.pick('a', 'b', 'd')})}}",
        f", paras. {m.page()}",
    )
    session = m.pick(
        "",
        "",
        f", {m.number(40, 78)}th session",
        ", Seventy-second session",
        f", UN GAOR, {m.number(40, 78)}th sess",
        f", UN GAOR, {m.number(40, 78)}th sess, Supp No {m.number(1, 40)}",
        f", U.N. GAOR, {m.number(60, 78)}th Sess.",
        ", Official Records of the General Assembly, Sixty-ninth Session, Supplement No. 10",
        f", Agenda Item {m.number(3, 90)}",
    )
    seat = "{l:" + m.pick("New York", "Geneva", "Nairobi", "New York and Geneva", "Vienna") + "}"
    imprint = m.pick("{u:United Nations}", "{u:UN}", "{u:UNHCR}", "{u:UN-Habitat}", "{u:OHCHR}")
    resolution = f"{m.pick('Res. ', 'Resolution ', 'GA Res ', 'HRC Res ')}{m.number(60, 78)}/{m.number(1, 300)}"
    return "un", "un-document", m.pick(
        f"{who}, {title}{session} ({day}){pin}.",
        f"{who}, {title}{session}, {day}{pin}.",
        f"{who}, ‘{title}’ ({day}){pin}.",
        f"{who}, {title}{pin} ({day}).",
        f"{who}, {title}, ¶ {m.page()} ({m.of(MONTHS)[:3]}. {m.number(1, 28)}, {when}).",
        f"{who}, {title}, at {m.page()} ({m.of(MONTHS)[:3]}. {m.number(1, 28)}, {when}).",
        f"{who}, {title} ({seat}: {imprint}, {when}){pin}.",
        f"{who}. {title}. {seat}, {day}.",
        f"{who}. {title}. {seat}: {imprint}, {when}{pin}.",
        f"{who} ({when}): {title}{pin}.",
        f"{who} ({when}). {title}. {imprint}.",
        f"{who}. ({when}, {m.of(MONTHS)} {m.number(1, 28)}). {title}.",
        f"{who}, “{title},” {resolution}, {day}{pin}.",
        f"{who}, {resolution}, {title}, {day}{pin}.",
        f"{who} resolution {m.number(60, 78)}/{m.number(1, 300)}, {title}, {day}{pin}.",
        f"{title} ({when}){pin}.",
        f"{{t:Letter dated {m.number(1, 28)} {m.of(MONTHS)} 2019 from the Permanent Representative of "
            f"Kenya addressed to the President}}, {day}{pin}.",
        f"{m.number(1, 60)}. {who}. {title}. {seat}: {imprint}; {when}.",
        f"[{m.number(1, 60)}] {who}, “{title},” {seat}, {m.of(MONTHS)[:3]}. {when}.",
    )  # fmt: skip


_ALL: list[tuple[Callable[[Maker], Made], int]] = [
    (_meeting, 9), (_acm, 6), (_lncs, 6), (_ieee_article, 12), (_ieee_book, 7), (_ieee_report, 8), (_vancouver_book, 8),
    (_bluebook, 12), (_oscola, 16), (_aglc, 7), (_german, 8), (_news_abroad, 3), (_editors, 5), (_edited, 8),
    (_un_notes, 16),
]  # fmt: skip
