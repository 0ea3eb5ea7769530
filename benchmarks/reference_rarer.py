"""How is a work printed that most lists have seldom? Templates of rarer forms, for the reading of references."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.reference_conventions import FAR, IEEE_JOURNALS, MEETINGS
from benchmarks.reference_works import (
    BODIES,
    JOURNALS,
    LAW_JOURNALS,
    MONTHS,
    PAPERS,
    PLACES,
    SHORT_JOURNALS,
    SITES,
    UNIVERSITIES,
    Maker,
)

Made = tuple[str, str, str]
"""Style, kind, and a string with its fields in brackets."""
SERIES = [
    "CESifo Working Paper", "CEPR Discussion Paper", "IAB-Discussion Paper", "WIFO Working Papers", "CEPS Paper",
    "RIETI Discussion Paper Series", "Serie Documentos de Trabajo", "UNU-MERIT Working Paper", "DIIS Working Paper",
    "CLACSO Working Papers", "EUI Working Papers", "Research Paper", "MPC Research Paper", "SSRN Working Paper",
    "CIGI Papers", "PRIO Paper", "World Refugee Council Research Paper", "Cahiers de recherche", "Arbeitspapier",
]  # fmt: skip
REPORTS = [
    "Policy Brief", "Briefing Note", "Research Report", "Policy Note", "HPG Report", "Evidence Brief", "Country Report",
    "Briefing", "Snapshot", "Migration Notes", "Field Report",
]  # fmt: skip
LAW_REVIEWS = [
    "N.Y.U. L. Rev.", "U. Chi. L. Rev.", "U. Pa. L. Rev.", "Geo. Wash. Int’l L. Rev.", "Wash. U. L.Q.", "B.C. L. Rev.",
    "Leiden J. Int’l L.", "Nw. U. L. Rev.", "Ohio St. L.J.", "UCLA L. Rev.", "Emory Int’l L. Rev.", "S. Cal. L. Rev.",
]  # fmt: skip
SCHOOLS = [
    "Univ. Nairobi", "Chalmers Univ. Technol.", "Delft Univ. Technol.", "Royal Inst. Technol.",
    "Nanyang Technol. Univ.", "Univ. California, Berkeley", "Inst. Urban Stud.", "Natl. Univ. Singapore",
    "Seoul Develop. Inst.",
]  # fmt: skip
GROUPS = [
    "Street Health Study Group", "Nordic Shade Group", "Harbour Cities Collaboration", "Rural Clinics Trial Team",
    "Global Heat Consortium", "Housing and Health Research Network",
]  # fmt: skip
ENGLISH = {"2": "2nd", "3": "3rd", "4": "4th"}


def rarer(m: Maker) -> Made:
    """One string, its form drawn by weight."""
    style, kind, string = m.any.choices([each for each, _ in _FORMS], [weight for _, weight in _FORMS])[0](m)
    return style, kind, string.replace(",,", ",").replace(",”,", ",”")


def _title(m: Maker, *, capitals: bool | None = None, mark: str = "t") -> str:
    return "{" + mark + ":" + m.title(capitals=capitals)[0] + "}"


def _stopped(title: str, stop: str = ".") -> str:
    return title if title.endswith("?}") else title + stop


def _quoting(m: Maker) -> Made:
    """A title that begins with words in quotation marks, in styles that put none around it."""
    inner = m.pick("We were never asked", "Nobody lives here", "Come back on Monday", "No room", "The house is full")
    opened, closed = m.pick("“|”", "“|”", "‘|’").split("|")
    title = f"{{t:{opened}{inner}{closed}{m.pick(': ', ' – ', ': ')}{m.title()[0]}}}"
    v, i = m.number(2, 90), m.number(1, 12)
    end = m.pick(f"{{v:{v}}}({{i:{i}}}), {m.pages()}", f"{{v:{v}}}, {m.pages()}")
    return "apa", "journal-article", f"{m.authors('apa')} ({m.year()}). {_stopped(title)} {m.journal()}, {end}."


def _translated_title(m: Maker) -> Made:
    """A title in its language and, in brackets, in the reader's."""
    title = (
        "{t:"
        + m.pick("Zahrady a ploty", "De stad en de boot", "Sindaci soli", "Vägen hem", "La plaza y el puerto")
        + "}"
    )
    head = f"{m.authors('apa')} ({m.year()}). {title} [{m.title()[0].rstrip('?')}]. "
    house, place = m.house()
    if m.odds(0.5):
        end = f"{{v:{m.number(2, 90)}}}({{i:{m.number(1, 12)}}}), {m.pages()}"
        return "apa", "journal-article", f"{head}{m.journal()}, {end}."
    return "apa", "book", f"{head}{m.pick(house, f'{place}: {house}')}."


def _volumes(m: Maker) -> Made:
    """Volumes by their range, supplements, pages with letters."""
    first = m.any.randint(1, 300)
    v = m.pick(f"{first}–{first + 1}", f"{first}", f"{first}/{first + 1}")
    i = m.pick(
        "S1", "S2", f"{m.number(1, 9)}–{m.number(10, 12)}", f"Suppl {m.number(1, 3)}", m.number(1, 12), "suppl_1"
    )
    letter = m.pick("S", "s", "e", "R", "ckv", "h")
    page = m.any.randint(3, 3000)
    pages = f"{letter}{page}" + (f"–{letter}{page + 9}" if letter in "SR" else "")
    pages = m.pick("{p:" + pages + "}", "{p:" + pages + "}", "{p:" + m.number(100000, 199999) + "}")
    form = m.any.randrange(4)
    if form == 0:
        return (
            "apa",
            "journal-article",
            f"{m.authors('apa')} ({m.year()}). {_stopped(_title(m))} {m.journal()}, {{v:{v}}}({{i:{i}}}), {pages}.",
        )
    if form == 1:
        name = m.of(SHORT_JOURNALS)
        return (
            "numbered",
            "journal-article",
            f"{m.number(1, 90)}. {m.authors('vancouver')}. {_stopped(_title(m, capitals=False))} "
            f"{{c:{name.rstrip('.')}}}"
            f"{m.pick('.', '')} {m.year()};{{v:{v}}}{m.pick('', f'({{i:{i}}})')}:{pages}.",
        )
    if form == 2:
        return (
            "harvard",
            "journal-article",
            f"{m.authors('harvard')} ({m.year()}), “{_title(m)}”, {m.journal()}, Vol. {{v:{v}}} No. {{i:{i}}}, pp. "
            f"{m.pages()}.",
        )
    house, _ = m.house()
    many = f" (Vols. {{v:{m.pick('1–2', '1–3', '2–4')}}})"
    return "apa", "book", f"{m.authors('apa')}{m.pick('', ' (Eds.).')} ({m.year()}). {_title(m)}{many}. {house}."


def _semicolons(m: Maker) -> Made:
    """Names with semicolons, year and volume in bold, as chemists and open-access houses print them."""
    who = (
        "{a:"
        + "; ".join(
            f"{family}, {m.initials(given, gap=m.pick('', ' '))}"
            for family, given in (m.person() for _ in range(m.any.randint(1, 4)))
        )
        + "}"
    )
    name = m.pick("Water", "Sensors", "Sustainability", "Cities", "Environ. Sci. Technol.", "Urban Sci.", "Int. Migr.")
    pages = m.pick("{p:" + m.number(12, 9999) + "}", m.pages())
    i = m.pick("", "", f" ({{i:{m.number(1, 24)}}})")
    return (
        "numbered",
        "journal-article",
        f"{m.pick('[4] ', '(7) ', '12. ')}{who} {_stopped(_title(m))} {{c:{name}}} {m.year()}, "
        f"{{v:{m.number(1, 80)}}}{i}, {pages}.",
    )


def _unsigned(m: Maker) -> Made:
    """A piece of news that begins with its title."""
    title = (
        "{t:"
        + m.pick(
            "La mairie rouvre le gymnase",
            "El alcalde abre el albergue",
            "Council drops levy",
            "Bürgermeister tritt zurück",
            "Island runs out of beds",
            "Il sindaco torna",
            "Mayors meet in Rome",
        )
        + "}"
    )
    paper, page = (
        "{c:" + m.of(PAPERS) + "}",
        m.pick("", "", f", p. {{p:{m.number(1, 30)}}}", f", {{p:A{m.number(1, 30)}}}"),
    )
    if m.odds(0.6):
        day = m.pick(
            "12 novembre",
            "4 de agosto",
            f"{m.of(MONTHS)} {m.number(1, 28)}",
            f"{m.number(1, 28)} {m.of(MONTHS)}",
            "3. März",
        )
        return "apa", "news", f"{title}. ({m.year()}, {day}). {paper}{page}."
    if m.odds(0.5):
        return "chicago", "news", f"“{title}.” {paper}, {m.day()}{page}."
    return "footnote", "news", f"“{title},” {paper}, {m.day()}{page}."


def _plain_body(m: Maker) -> Made:
    """A body, the year without brackets, a report and its series, with commas between."""
    who, title = "{a:" + m.of(BODIES) + "}", _title(m)
    series = f"{{c:{m.of(REPORTS)}}} {m.pick('No. ', 'no. ', '')}{{i:{m.number(1, 90)}}}, " if m.odds(0.6) else ""
    house = m.pick(
        "{u:" + m.of(BODIES) + "}, {l:" + m.of(PLACES) + "}", "{u:" + m.of(BODIES) + "}", "{l:" + m.of(PLACES) + "}"
    )
    return "harvard", "report", f"{who} {m.year()}, {m.pick(title, title, f'‘{title}’')}, {series}{house}."


def _meeting(m: Maker) -> Made:
    """A paper of proceedings that no "in" announces."""
    meeting = (
        "{c:"
        + m.pick(
            *MEETINGS,
            "Proceedings of the 4th European Conference on Flood Rescue",
            "Proceedings of the 11th African Symposium on Maps",
        )
        + "}"
    )
    first = m.any.randint(1, 20)
    days = m.pick(f"{first}–{first + 3} {m.of(MONTHS)}, ", "")
    title = m.pick("‘{}’", "{}", "{}").format(_title(m).replace("?", ""))
    return (
        "harvard",
        "chapter",
        f"{m.authors('harvard')} ({m.year()}) {title}, {meeting}, {{l:{m.of(PLACES)}}}, {days}pp. {m.pages()}.",
    )


def _translator(m: Maker) -> Made:
    """A book whose translator, edition or number of volumes is told."""
    house, place = m.house()
    name = m.person()
    by = m.pick(f"{m.initials(name[1])} {name[0]}", f"{name[1]} {name[0]}")
    told = m.pick(
        f"translated from the {m.pick('French', 'Italian', 'German')} by {by}", f"translated by {by}", f"trans. {by}",
        f"trad. {by}", f"traduit de l’anglais par {by}", f"aus dem Englischen von {by}", "2 vols", "3 vols.",
    )  # fmt: skip
    title, when = _title(m, capitals=True).replace("?", ""), m.year()
    if m.odds(0.5):
        series = m.pick("", "", f" ({{c:Studies in {m.pick('Labour', 'Urban', 'Local')} History}})")
        return (
            "harvard",
            "book",
            f"{m.authors('harvard')} ({when}) {title}, {told}, "
            f"{m.pick(f'{house}, {place}', f'{place}: {house}')}{series}.",
        )
    capital = told[0].upper() + told[1:]
    return "chicago", "book", f"{m.authors('inverted')}. {title}. {capital.rstrip('.')}. {place}: {house}, {when}."


def _union(m: Maker) -> Made:
    """Communications of the European Commission and reports with a code."""
    title = m.pick("‘{}’", "‘{}’", "{}").format(_title(m, capitals=True).replace("?", ""))
    if m.odds(0.5):
        pin = m.pick("", f", {m.page()}", f" {m.page()}", f", p. {m.page()}")
        sign = m.pick("COM (", "COM(", "SWD (")
        return (
            "footnote",
            "report",
            f"{{a:European Commission}}, {title} {sign}{m.year()}) {{i:{m.number(20, 900)}}} final{pin}.",
        )
    code = f"{m.pick('LRC', 'Law Com No', 'Scot Law Com No', 'HC', 'CM')} {{i:{m.number(10, 900)}}}"
    return (
        "footnote",
        "report",
        f"{{a:{m.of(BODIES)}}}, {title} ({code}, {m.year()}) para {{n:{m.number(1, 9)}.{m.number(1, 60)}}}.",
    )


def _papers(m: Maker) -> Made:
    """Working papers of many houses, in every style."""
    name, number = (
        m.of(SERIES),
        m.pick(
            m.number(1, 999),
            f"{m.number(2005, 2024)}/{m.number(1, 60)}",
            f"{m.number(10, 24)}-E-{m.number(100, 200)}",
            f"DP{m.number(1000, 19000)}",
            f"{m.number(2005, 2024)}:{m.number(1, 30)}",
            f"{m.number(2005, 2024)}-{m.number(10, 99)}",
        ),
    )
    series = f"{{c:{name}}}{m.pick('', '', ',')} {m.pick('No. ', 'no. ', '', 'n.º ')}{{i:{number}}}"
    body, town, when = "{u:" + m.of(BODIES) + "}", "{l:" + m.of(PLACES) + "}", m.year()
    form = m.any.randrange(6)
    if form == 0:
        return "apa", "working-paper", f"{m.authors('apa')} ({when}). {_title(m)} ({series}). {body}."
    if form == 1:
        bracketed = f"{{c:{name}}} ({{i:{number}}})"
        return (
            "harvard",
            "working-paper",
            f"{m.authors('harvard')} {when}, {_title(m)}, {bracketed}, {m.pick(town, body)}.",
        )
    if form == 2:
        return (
            "harvard",
            "working-paper",
            f"{m.authors('harvard')}, {when}. {_stopped(_title(m))} {series}. {town}: {body}.",
        )
    if form == 3:
        return (
            "chicago",
            "working-paper",
            f"{m.authors('inverted')}. “{_stopped(_title(m))}” {series}. {town}: {body}, {when}.",
        )
    if form == 4:
        if m.odds(0.4):
            end = m.pick("", f", p. {m.page()}", f", {when}, p. {m.page()}")
            return "footnote", "working-paper", f"{m.authors('spoken')}, {_stopped(_title(m), '')}, {series}{end}."
        return "footnote", "working-paper", f"{m.authors('spoken')}, ‘{_title(m)}’ ({series}, {when}) {m.page()}."
    return (
        "numbered",
        "working-paper",
        f"{m.number(1, 90)}. {m.authors('vancouver')}. {_stopped(_title(m))} {series}. {town}: {body}; {when}.",
    )


def _group(m: Maker) -> Made:
    """People and a group of them among the authors."""
    people, group = m.people(m.pick("vancouver", "vancouver", "apa"), most=3), m.of(GROUPS)
    people = people.removesuffix(", et al").replace(" et al.", "")
    v = m.number(2, 400)
    if "," in people.split(" ")[0]:
        who = people.replace(" & ", " ").rstrip(",") + f", & the {group}"
        return (
            "apa",
            "journal-article",
            f"{{a:{who}}}. ({m.year()}). {_stopped(_title(m))} {m.journal()}, {{v:{v}}}, {m.pages()}.",
        )
    who = m.pick(f"{group}, {people}", f"{people}, {group}")
    return (
        "numbered",
        "journal-article",
        f"{m.number(1, 60)}. {{a:{who}}}. {_stopped(_title(m))} {{c:{m.of(SHORT_JOURNALS)}}} "
        f"{m.year()};{{v:{v}}}:{m.pages()}.",
    )


def _internet(m: Maker) -> Made:
    """Web pages of bodies, with the town and the body again, or the day of the last change."""
    who, title, when = "{a:" + m.of(BODIES) + "}", _title(m), m.year()
    form = m.any.randrange(4)
    if form == 0:
        return (
            "numbered",
            "web-page",
            f"{m.number(1, 60)}. {who}. {title} [Internet]. {{l:{m.of(PLACES)}}}: {{u:{m.of(BODIES)}}}; {when} [cited "
            f"2021 May 12]. Available from: {{w:https://x.example/a}}",
        )
    if form == 1:
        return (
            "chicago",
            "web-page",
            f"{who}. “{_stopped(title)}” Last modified {m.of(MONTHS)} {m.number(1, 28)}, {when}.",
        )
    if form == 2:
        return (
            "chicago",
            "web-page",
            f"{m.authors('inverted')}. “{_stopped(title)}” {{c:{m.of(SITES)}}} (blog), {m.of(MONTHS)} "
            f"{m.number(1, 28)}, {when}.",
        )
    return (
        "numbered",
        "report",
        f"{m.number(1, 60)}. {who}. {_stopped(title)} {{l:{m.of(PLACES)}}}: {{u:{m.of(BODIES)}}}; {when} [cited "
        f"2020 Feb 3]. Available from: {{w:https://x.example/a}}",
    )


def _engineers(m: Maker) -> Made:
    """Reports, theses and chapters of engineers, with shortened schools."""
    who, title, when = m.authors("spoken-short"), _title(m, capitals=False).replace("?", ""), m.year()
    school, town = (
        "{u:" + m.of(SCHOOLS) + "}",
        "{l:" + m.of(PLACES).split(",")[0] + "}" + m.pick("", ", Sweden", ", South Korea", ", Kenya"),
    )
    month = m.pick("", m.of(MONTHS)[:3] + ". ")
    head = f"[{m.number(1, 90)}] {who}, “{title},” "
    if m.odds(0.35):
        code = m.pick(f"TR-{m.number(1, 99)}", f"BDI-{m.number(2005, 2024)}-{m.number(1, 40)}", f"SI/{m.number(1, 90)}")
        return (
            "numbered",
            "report",
            f"{head}{school}, {town}, {m.pick('Tech. Rep. ', 'Rep. ')}{{i:{code}}}, {month}{when}.",
        )
    if m.odds(0.5):
        return (
            "numbered",
            "thesis",
            f"{head}Ph.D. dissertation, {m.pick('', 'Dept. Design, ', 'Dept. Comput. Sci., ')}{school}, {town}, "
            f"{when}.",
        )
    chapter = m.pick("", "", f", ch. {m.number(1, 12)}")
    house, place = m.house()
    editors = f"{m.editors('spoken-short')}, {m.pick('Eds', 'Ed')}."
    return (
        "numbered",
        "chapter",
        f"{head}in {_title(m, capitals=True, mark='c').replace('?', '')}, {editors} {place}{m.pick('', ', USA')}: "
        f"{house}, {when}{chapter}, pp. {m.pages()}.",
    )


def _law(m: Maker) -> Made:
    """Law journals by volume, and the place of the year among them."""
    who, title, when = m.authors("spoken"), _title(m, capitals=True).replace("?", ""), m.year()
    v, first, pin = "{v:" + m.number(2, 140) + "}", "{p:" + m.number(1, 1900) + "}", m.page()
    review = "{c:" + m.of(LAW_REVIEWS) + "}"
    journal = "{c:" + m.of([*LAW_JOURNALS, *JOURNALS]) + "}"
    signal = m.pick("", "", "See ", "See also ")
    return "footnote", "journal-article", m.pick(
        f"{signal}{who}, {title}, {v} {review} {first}, {pin} ({when}).",
        f"{signal}{who}, “{title}”, {v} {review} ({when}) {first}, at {pin}.",
        f"{signal}{who}, “{title},” {v} {review} {first} ({when}).",
        f"{signal}{who}, {title}, {v} {journal} {first} ({when}), p. {pin}.",
        f"{who}, ‘{title}’ ({when}) {v}:{{i:{m.number(1, 6)}}} {journal} {first}, {m.pick('', 'at ')}{pin}.",
        f"{who}, ‘{title}’, {journal} {v} ({when}), pp. {m.pages()}, at p. {pin}.",
        f"{who}, ‘{title}’ {journal} {v} ({when}) {m.pages()}, {pin}.",
        f"{who}, “{title},” {journal}, no. {{i:{m.number(2, 300)}}} ({m.of(MONTHS)} {when}): {m.pages()}, here {pin}.",
        f"{who}, ‘{title}’, {v}({{i:{m.number(1, 4)}}}) {journal} ({when}), {m.pages()}, at {pin}.",
    )  # fmt: skip


def _numbered_book(m: Maker) -> Made:
    """Books and theses whose authors have commas and stops, in a numbered list."""
    who, title, when = m.authors("apa").replace(" & ", ", "), _title(m, capitals=m.odds(0.5)), m.year()
    house, place = m.house()
    edition = m.pick("", "", f"{ENGLISH[m.number(2, 4)]} ed. ")
    lead = m.pick(f"{m.number(1, 60)}. ", f"[{m.number(1, 60)}] ")
    if m.odds(0.3):
        school = "{u:" + m.of(UNIVERSITIES) + "}"
        return (
            "numbered",
            "thesis",
            f"{lead}{who} {_stopped(title)} {m.pick('PhD thesis', 'Thèse', 'Dissertation')}, {school}, "
            f"{{l:{m.of(PLACES)}}}, {when}.",
        )
    land = m.pick("", "", f", {m.of(FAR).rpartition(', ')[2]}")
    return (
        "numbered",
        "book",
        f"{lead}{who} {_stopped(title)} {edition}{place}{land}: {house}{m.pick(', ', '; ')}{when}.",
    )


def _access(m: Maker) -> Made:
    """Articles that lists give with volume, number and month in the manner of engineers."""
    name = "{c:" + m.of(IEEE_JOURNALS) + "}"
    title = _title(m, capitals=False).replace("?", "")
    who = m.authors(m.pick("vancouver", "spoken-short"))
    end = m.pick(
        f"{{v:{m.number(1, 90)}}} ({{i:{m.number(1, 9)}}}) ({m.year()}) {m.pages()}",
        f"{{v:{m.number(1, 90)}}} ({m.year()}) {m.pages()}",
        f"{{v:{m.number(1, 90)}}}: {m.pages()}, {m.year()}",
    )
    return (
        "numbered",
        "journal-article",
        f"[{m.number(1, 60)}] {who}, "
        f"{m.pick(title, f'“{title},”').replace('”', '”')}{m.pick(', ', ' ')}{name}{m.pick(' ', ', ')}{end}.",
    )


_FORMS: list[tuple[Callable[[Maker], Made], int]] = [
    (_quoting, 4), (_translated_title, 4), (_volumes, 10), (_semicolons, 5), (_unsigned, 7), (_plain_body, 7),
    (_meeting, 4), (_translator, 7), (_union, 5), (_papers, 13), (_group, 4), (_internet, 6), (_engineers, 8),
    (_law, 12), (_numbered_book, 5), (_access, 4),
]  # fmt: skip
