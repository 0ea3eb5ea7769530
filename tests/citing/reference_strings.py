"""Invented works, each as a bibliography in one of six styles would print it: what the reading is developed on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PEOPLE = [
    [("Adeyemi", "Tunde", "T.")],
    [("Kowalczyk", "Anna Maria", "A. M."), ("Brandt", "Lukas", "L.")],
    [("van den Berg", "Joost", "J."), ("Moreau", "Claire", "C."), ("Osei", "Kwabena", "K.")],
    [("García-Ruiz", "Elena", "E.")],
    [("de la Fuente", "Marta", "M."), ("Haddad", "Samir", "S.")],
    [("O’Connor", "Niamh", "N."), ("Tanaka", "Yuki", "Y."), ("Nguyen", "Thanh Ha", "T. H."), ("Şahin", "Ece", "E.")],
]
BODIES = [
    "UN-Habitat",
    "International Labour Organization",
    "City of Gothenburg",
    "OECD",
    "Ministry of Interior and Local Affairs",
]
JOURNALS = [
    (
        "Harbours of welcome: Port cities and asylum",
        "Journal of Urban Governance",
        "14",
        "2",
        "101–127",
        "10.5555/jug.2016.0142",
    ),
    ("Do mayors matter? Evidence from eleven networks", "International Migration Quarterly", "58", "4", "12–31", ""),
    (
        "Sanctuary, solidarity and the limits of the local",
        "Environment and Planning F",
        "3",
        "",
        "455–470",
        "10.5555/epf.3.455",
    ),
    ("Participation in the IMRF", "Cities", "120", "1", "33–49", "10.5555/cities.120"),
    ("La ville et l’accueil", "Revue européenne des villes", "7", "3", "5–19", ""),
    ("Borders within borders", "Law & Society Notes", "22", "1", "88–90", ""),
]
BOOKS = [
    ("Cities Without Flags: A History of Municipal Diplomacy", "Cambridge University Press", "Cambridge"),
    ("The Mayor’s Table", "Routledge", "London"),
    ("Urban Asylum", "University of Chicago Press", "Chicago"),
    ("Governing Arrival", "Edward Elgar", "Cheltenham"),
    ("Networks of Cities: Who Joins and Why", "Palgrave Macmillan", "Basingstoke"),
    ("Local Rights, Global Law", "Hart", "Oxford"),
]
CHAPTERS = [
    ("Who invites the mayor?", "Handbook of City Networks", "Routledge", "London", "77–95"),
    ("Migration and the local turn", "The Changing Faces of Diplomacy", "Springer", "Cham", "201–224"),
    ("Funding the welcome", "Urban Policy in Practice", "Policy Press", "Bristol", "14–30"),
]
EDITORS = [("Lindqvist", "Petra", "P."), ("Mbeki", "Jonas", "J.")]


def strings() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Style, string and the fields that it holds."""
    for k, (title, journal, volume, issue, pages, doi) in enumerate(JOURNALS):
        people, year = PEOPLE[k], str(2009 + 2 * k)
        fields = {
            "kind": "journal-article",
            "year": year,
            "title": title,
            "container": journal,
            "volume": volume,
            "issue": issue,
            "pages": pages,
        }
        number = f"({issue})" if issue else ""
        link = f" https://doi.org/{doi}" if doi else ""
        yield (
            "apa",
            f"{apa(people)} ({year}). {stopped(title)} {journal}, {volume}{number}, {pages}.{link}",
            fields | short(people) | {"doi": doi},
        )
        no = f" ({issue})" if issue else ""
        yield (
            "chicago",
            f"{chicago(people)}. {year}. “{stopped(title)}” {journal} {volume}{no}: {pages}.{link}",
            fields | full(people) | {"doi": doi},
        )
        no = f", no. {issue}" if issue else ""
        yield (
            "chicago",
            f"{chicago(people)}. “{stopped(title)}” {journal} {volume}{no} ({year}): {pages}.",
            fields | full(people),
        )
        yield (
            "harvard",
            f"{harvard(people)} ({year}) ‘{title}’, {journal}, {volume}{number}, pp. {pages}.",
            fields | short(people),
        )
        no = f", no. {issue}" if issue else ""
        yield (
            "harvard",
            f"{harvard(people)} {year}, '{title}', {journal}, vol. {volume}{no}, pp. {pages.replace('–', '-')}.",
            fields | short(people),
        )
        tail = f", doi: {doi}." if doi else "."
        yield (
            "numbered",
            f"[{k + 3}] {ieee(people)}, “{title},” {journal}, vol. {volume}{no}, pp. {pages}, Mar. {year}{tail}",
            fields | short(people) | {"doi": doi},
        )
        yield (
            "numbered",
            f"{k + 3}. {vancouver(people)}. {stopped(title)} {journal}. {year};{volume}{number}:{pages}.",
            fields | bare(people),
        )
        yield (
            "footnote",
            f"{k + 3} {spoken(people)}, ‘{title}’ ({year}) {volume}{number} {journal} {pages.split('–')[0]},"
            f" {int(pages.split('–')[0]) + 2}.",
            fields | full(people) | {"pages": pages.split("–")[0], "pinpoint": str(int(pages.split("–")[0]) + 2)},
        )
        yield (
            "footnote",
            f"See {spoken(people)}, “{title},” {journal} {volume}{no} ({year}): {pages}, at {pages.split('–')[1]}.",
            fields | full(people) | {"pinpoint": pages.split("–")[1]},
        )
        yield (
            "footnote",
            f"{spoken(people)}, “{title},” {journal} {volume}{no} ({year}): {pages.split('–')[1]}.",
            fields | full(people) | {"pages": "", "pinpoint": pages.split("–")[1]},
        )
    for k, (title, publisher, place) in enumerate(BOOKS):
        people, year = PEOPLE[-k], str(2004 + 3 * k)
        fields = {"kind": "book", "year": year, "title": title, "publisher": publisher}
        placed = fields | {"place": place}
        edition = " (2nd ed.)" if k % 2 else ""
        yield "apa", f"{apa(people)} ({year}). {title}{edition}. {publisher}.", fields | short(people)
        yield "chicago", f"{chicago(people)}. {year}. {title}. {place}: {publisher}.", placed | full(people)
        yield (
            "chicago",
            f"{chicago(people)}. {title}.{' 2nd ed.' * (k % 2)} {place}: {publisher}, {year}.",
            placed | full(people),
        )
        yield (
            "harvard",
            f"{harvard(people)} ({year}) {title}. {'2nd edn. ' * (k % 2)}{place}: {publisher}.",
            placed | short(people),
        )
        yield "harvard", f"{harvard(people)} {year}, {title}, {publisher}, {place}.", placed | short(people)
        yield (
            "numbered",
            f"[{k + 20}] {ieee(people)}, {title}{', 2nd ed' * (k % 2)}. {place}: {publisher}, {year}.",
            placed | short(people),
        )
        yield (
            "numbered",
            f"{k + 20}. {vancouver(people)}. {title}. {place}: {publisher}; {year}.",
            placed | bare(people),
        )
        yield (
            "footnote",
            f"{spoken(people)}, {title} ({place}: {publisher}, {year}), {40 + k}–{44 + k}.",
            placed | full(people) | {"pinpoint": f"{40 + k}–{44 + k}"},
        )
        yield (
            "footnote",
            f"{k + 9} {spoken(people)}, {title} ({'2nd edn, ' * (k % 2)}{publisher} {year}) {40 + k}.",
            fields | full(people) | {"pinpoint": str(40 + k)},
        )
    for k, (title, book, publisher, place, pages) in enumerate(CHAPTERS):
        people, year = PEOPLE[k + 1], str(2012 + k)
        fields = {
            "kind": "chapter",
            "year": year,
            "title": title,
            "container": book,
            "publisher": publisher,
            "pages": pages,
        }
        placed = fields | {"place": place}
        yield (
            "apa",
            f"{apa(people)} ({year}). {stopped(title)} In P. Lindqvist & J. Mbeki (Eds.), {book} (pp. {pages})."
            f" {publisher}.",
            fields | short(people),
        )
        yield (
            "chicago",
            f"{chicago(people)}. {year}. “{stopped(title)}” In {book}, edited by Petra Lindqvist and Jonas"
            f" Mbeki, {pages}. {place}: {publisher}.",
            placed | full(people),
        )
        yield (
            "harvard",
            f"{harvard(people)} ({year}) ‘{title}’, in Lindqvist, P. and Mbeki, J. (eds) {book}. {place}:"
            f" {publisher}, pp. {pages}.",
            placed | short(people),
        )
        yield (
            "numbered",
            f"[{k + 40}] {ieee(people)}, “{title},” in {book}, P. Lindqvist and J. Mbeki, Eds. {place}:"
            f" {publisher}, {year}, pp. {pages}.",
            placed | short(people),
        )
        yield (
            "numbered",
            f"{k + 40}. {vancouver(people)}. {stopped(title)} In: Lindqvist P, Mbeki J, editors. {book}. {place}:"
            f" {publisher}; {year}. p. {pages}.",
            placed | bare(people),
        )
        yield (
            "footnote",
            f"{spoken(people)}, ‘{title}’ in Petra Lindqvist and Jonas Mbeki (eds), {book} ({publisher} {year})"
            f" {pages.split('–')[0]}, {int(pages.split('–')[0]) + 4}.",
            fields | full(people) | {"pages": pages.split("–")[0], "pinpoint": str(int(pages.split("–")[0]) + 4)},
        )
        yield (
            "footnote",
            f"{spoken(people)}, “{title},” in {book}, ed. Petra Lindqvist and Jonas Mbeki ({place}: {publisher},"
            f" {year}), {pages}.",
            placed | full(people),
        )
    for k, body in enumerate(BODIES):
        year, title, url = (
            str(2015 + k),
            ("Local action on displacement", "Wages of newcomers in cities: Annual report")[k % 2],
            f"https://www.example.org/docs/{k}",
        )
        fields = {"authors": [{"family": body, "given": ""}], "year": year, "title": title}
        yield (
            "apa",
            f"{body}. ({year}). {title} (Report No. {k + 2}). {url}",
            fields | {"kind": "report", "issue": str(k + 2), "url": url},
        )
        yield (
            "harvard",
            f"{body} ({year}) {title}. Available at: {url} (Accessed: {k + 2} May 2023).",
            fields | {"url": url},
        )
        yield "chicago", f"{body}. {year}. {title}. Accessed May {k + 2}, 2023. {url}.", fields | {"url": url}
        yield "numbered", f"[{k}] {body}, “{title},” {year}. [Online]. Available: {url}", fields | {"url": url}
    person = [("Kowalczyk", "Anna Maria", "A. M.")]
    for k, title in enumerate(("Negotiating the urban paragraph", "Small towns, large tasks")):
        year = str(2017 + k)
        thesis = {"kind": "thesis", "year": year, "title": title, "publisher": "University of Leuven"}
        yield (
            "apa",
            f"Kowalczyk, A. M. ({year}). {title} [Doctoral dissertation, University of Leuven].",
            thesis | short(person),
        )
        yield (
            "chicago",
            f"Kowalczyk, Anna Maria. {year}. “{title}.” PhD diss., University of Leuven.",
            thesis | full(person),
        )
        yield "harvard", f"Kowalczyk, A. M. ({year}) {title}. PhD thesis. University of Leuven.", thesis | short(person)
        yield (
            "numbered",
            f"[9] A. M. Kowalczyk, “{title},” Ph.D. dissertation, University of Leuven, Leuven, {year}.",
            thesis | short(person) | {"place": "Leuven"},
        )
        yield (
            "footnote",
            f"Anna Maria Kowalczyk, ‘{title}’ (PhD thesis, University of Leuven {year}) {k + 31}.",
            thesis | full(person) | {"pinpoint": str(k + 31)},
        )
        paper = {
            "kind": "working-paper",
            "year": year,
            "title": title,
            "container": "MPRI Working Paper",
            "issue": str(k + 6),
        }
        yield (
            "apa",
            f"Kowalczyk, A. M. ({year}). {title} (MPRI Working Paper No. {k + 6}). Migration Institute.",
            paper | short(person) | {"publisher": "Migration Institute"},
        )
        yield (
            "chicago",
            f"Kowalczyk, Anna Maria. {year}. “{title}.” MPRI Working Paper {k + 6}. Vienna: Migration Institute.",
            paper | full(person) | {"publisher": "Migration Institute", "place": "Vienna"},
        )
        yield (
            "harvard",
            f"Kowalczyk, A. M. ({year}) {title}. MPRI Working Paper {k + 6}. Vienna: Migration Institute.",
            paper | short(person) | {"publisher": "Migration Institute", "place": "Vienna"},
        )
        news = {"kind": "news", "title": title, "container": "The Guardian", "year": "2021"}
        yield (
            "apa",
            f"Kowalczyk, A. M. (2021, June 5). {title}. The Guardian. https://www.example.org/n",
            news | short(person) | {"url": "https://www.example.org/n"},
        )
        yield "chicago", f"Kowalczyk, Anna Maria. 2021. “{title}.” The Guardian, June 5, 2021.", news | full(person)
        yield (
            "footnote",
            f"Anna Maria Kowalczyk, “{title},” The Guardian, June 5, 2021, 4.",
            news | full(person) | {"pages": "4"},
        )
        yield (
            "footnote",
            f"Anna Maria Kowalczyk, ‘{title}’ The Guardian (London, 5 June 2021) 4.",
            news | full(person) | {"place": "London", "pages": "4"},
        )
    compact = "Safe, orderly and regular cities"
    ga = [{"family": "UN General Assembly", "given": ""}]
    un = {"kind": "un-document", "title": compact, "year": "2019", "symbol": "A/74/998", "authors": ga}
    yield "un", f"UN General Assembly, {compact}, A/74/998 (11 June 2019), para. 12.", un | {"pinpoint": "12"}
    yield "un", f"UN General Assembly, ‘{compact}’ (11 June 2019) UN Doc A/74/998, para 7.", un | {"pinpoint": "7"}
    yield "un", f"UN General Assembly. {compact}. A/74/998. 11 June 2019.", un
    yield (
        "un",
        f"UN General Assembly (2019). {compact} (A/74/998). United Nations.",
        un | {"publisher": "United Nations"},
    )
    yield (
        "un",
        f"UN General Assembly. 2019. {compact}. A/74/998. New York: United Nations.",
        un | {"publisher": "United Nations", "place": "New York"},
    )
    yield "un", f"A/74/998, {compact}, 11 June 2019.", un | {"authors": []}
    yield (
        "un",
        "Human Rights Council, Report of the Special Rapporteur on cities, UN Doc. A/HRC/41/77, 3 May 2019,"
        " paras. 4–9.",
        {
            "kind": "un-document",
            "title": "Report of the Special Rapporteur on cities",
            "symbol": "A/HRC/41/77",
            "year": "2019",
            "pinpoint": "4–9",
        },
    )


def apa(people: list[tuple[str, str, str]]) -> str:
    names = [f"{family}, {initials}" for family, _, initials in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"


def harvard(people: list[tuple[str, str, str]]) -> str:
    names = [f"{family}, {initials.replace(' ', '')}" for family, _, initials in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def chicago(people: list[tuple[str, str, str]]) -> str:
    names = [f"{people[0][0]}, {people[0][1]}", *(f"{given} {family}" for family, given, _ in people[1:])]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, and {names[-1]}"


def ieee(people: list[tuple[str, str, str]]) -> str:
    names = [f"{initials} {family}" for family, _, initials in people]
    return (
        names[0]
        if len(names) == 1
        else " and ".join(names)
        if len(names) == 2
        else f"{', '.join(names[:-1])}, and {names[-1]}"
    )


def vancouver(people: list[tuple[str, str, str]]) -> str:
    return ", ".join(f"{family} {initials.replace('.', '').replace(' ', '')}" for family, _, initials in people)


def spoken(people: list[tuple[str, str, str]]) -> str:
    names = [f"{given} {family}" for family, given, _ in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def short(people: list[tuple[str, str, str]]) -> dict[str, Any]:
    return {"authors": [{"family": family, "given": initials} for family, _, initials in people]}


def full(people: list[tuple[str, str, str]]) -> dict[str, Any]:
    return {"authors": [{"family": family, "given": given} for family, given, _ in people]}


def bare(people: list[tuple[str, str, str]]) -> dict[str, Any]:
    return {
        "authors": [
            {"family": family, "given": initials.replace(".", "").replace(" ", "")} for family, _, initials in people
        ]
    }


def stopped(title: str) -> str:
    return title if title.endswith("?") else f"{title}."
