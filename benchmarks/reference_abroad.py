"""How do notes and lists in French, Italian, Spanish, German and Portuguese print a work? Templates of strings."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.reference_works import Maker

Made = tuple[str, str, str]
"""Style, kind, and a string with its fields in brackets."""
_HELD: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_LANGUAGES, _SHARES = ("fr", "it", "es", "de", "pt"), (32, 20, 20, 22, 6)


def abroad(m: Maker) -> Made:
    """One string, its language and form drawn by weight."""
    land = _Land(m, m.any.choices(_LANGUAGES, _SHARES)[0])
    form = m.any.choices([each for each, _ in _FORMS], [weight for _, weight in _FORMS])[0]
    style, kind, string = form(land)
    return style, kind, string.replace("..", ".")


class _Land:
    """One language: its works, drawn by ``of``, and its words, of which ``word`` draws one."""

    def __init__(self, m: Maker, language: str) -> None:
        self.m, self.language = m, language

    def of(self, what: str) -> str:
        return self.m.of(_HELD[what][self.language])

    def word(self, what: str) -> str:
        return self.m.pick(*_HELD["words"][what][self.language].split("|"))

    def title(self) -> str:
        """A title, with another behind a colon or a stop as its subtitle."""
        title: str = self.of("titles")
        if title.endswith("?") or self.m.odds(0.65):
            return title
        more: str = self.of("titles").rstrip(" ?").lstrip("¿")
        more = more[0].lower() + more[1:] if self.m.odds(0.4) else more
        return title + self.m.pick(": ", ": ", ". ", ", ") + more

    def who(self) -> str:
        """Authors as they are spoken, or with the family first."""
        first, several = self.m.any.random(), self.m.odds(0.2)
        names = [self.m.person() for _ in range(2 if several else 1)]
        short = self.m.odds(0.25)
        given = [self.m.initials(each[1]) if short else each[1] for each in names]
        inverted = first < (0.35 if self.language == "de" else 0.12)
        said = [
            f"{family}, {own}" if inverted else f"{own} {family}" for (family, _), own in zip(names, given, strict=True)
        ]
        return "{a:" + (" / " if inverted else self.word("joint")).join(said) + "}"

    def editors(self) -> str:
        names = [self.m.person() for _ in range(self.m.any.choices([1, 2], [45, 55])[0])]
        if self.language == "de" and self.m.odds(0.3):
            return "{e:" + "/".join(family for family, _ in names) + "}"
        if self.m.odds(0.06):
            return "{e:" + self.m.pick("SFDI", "AFDA", "CIDOB", "Eurofound") + "}"
        short = self.m.odds(0.3)
        said = [f"{self.m.initials(given) if short else given} {family}" for family, given in names]
        return "{e:" + self.word("joint").join(said) + "}"

    def imprint(self, when: str) -> str:
        house, place = self.of("houses").split(";")
        house, place = "{u:" + house + "}", "{l:" + place + "}"
        if self.language == "de":
            return self.m.pick(
                f"{place}: {house} {when}", f"{place} {when}", f"{place} {when}", f"{house}, {place} {when}"
            )
        return self.m.pick(
            f"{place}, {house}, {when}", f"{place}, {house}, {when}", f"{place}: {house}, {when}",
            f"{house}, {place}, {when}", f"{house}, {place} {when}", f"{place}, {when}",
        )  # fmt: skip

    def quoted(self, title: str) -> str:
        return self.m.pick(_HELD["words"]["quotes"][self.language], "« {} »", "“{}”", "«{}»").format(
            "{t:" + title + "}"
        )

    def day(self) -> str:
        if self.m.odds(0.25):
            gap = self.m.pick("", " ")
            return f"{self.m.number(1, 28)}.{gap}{self.m.number(1, 12)}.{gap}{_year(self.m)}"
        return f"{self.m.number(1, 28)}{'.' if self.language == 'de' else ''} {self.word('months')} {_year(self.m)}"

    def pin(self, *, several: bool = True) -> str:
        """The page that is pointed to, with what stands for those after it."""
        last = self.m.any.randint(2, 700)
        if several and self.m.odds(0.2):
            return f"{{n:{last}{self.m.pick('-', '–')}{last + self.m.any.randint(1, 4)}}}"
        return f"{{n:{last}}}{self.word('following') if self.m.odds(0.3) else ''}"


def _year(m: Maker) -> str:
    return "{y:" + m.number(1985, 2024) + "}"


def _article(to: _Land) -> Made:
    """A journal's article, which a note gives by year and number, by volume, or in brackets."""
    m, when = to.m, _year(to.m)
    title = to.title()
    called = to.quoted(title) if to.language != "de" or m.odds(0.4) else "{t:" + title + "}"
    name = m.pick(", ", ", in ", ", in: ") if to.language in ("it", "de") else ", "
    name += "{c:" + to.of("journals") + "}"
    issue = to.word("issue") + "{i:" + m.number(1, 60) + "}"
    volume = to.word("volume") + "{v:" + m.number(2, 140) + "}"
    single, several = "p. {p:" + m.number(2, 2400) + "}", to.word("page") + m.pages()
    here = m.pick("", "", f", {to.word('here')}{to.pin(several=False)}")
    if to.language == "de":
        return "footnote", "journal-article", f"{to.who()}{m.pick(',', ':')} {called}{name}{_german(to, when)}."
    end = m.pick(
        f"{name}, {when}, {issue}, {single}{here}",
        f"{name}, {issue}, {when}, {single}{here}",
        f"{name}, {issue}/{when}, {several}{here}",
        f"{name}, {when}, {issue}, {several}{here}",
        f"{name}, {volume}, {issue}, {when}, {several}{here}",
        f"{name}, {volume}, {issue} ({when}), {several}{here}",
        f"{name}, {when}, {single}{here}",
        f"{name}, {when}/{{i:{m.number(1, 160)}}}, {several}{here}",
        f"{name}, {{v:{m.number(2, 99)}}}, {{i:{m.number(1, 6)}}} ({when}), {several}{here}",
        f"{name}, {issue} ({when}), {several}{here}",
        f"{name}, {{v:{m.number(2, 99)}}} ({when}), {several}",
    )
    return "footnote", "journal-article", f"{to.who()}, {called}{end}."


def _german(to: _Land, when: str) -> str:
    """The year, volume and pages of a German journal: "2017, S. 233 (238)", "38 (2011), S. 621–664"."""
    m = to.m
    first, here, volume = "{p:" + m.number(2, 1900) + "}", to.pin(several=False), "{v:" + m.number(2, 90) + "}"
    said = m.pick(
        f"S. {first} ({here})", f"S. {first}", f"{first}, {here}", f"S. {m.pages()}",
        f"S. {m.pages()}, hier S. {here}", f"{first} ({here})",
    )  # fmt: skip
    issue = "{i:" + m.number(1, 6) + "}"
    return m.pick(f" {when}, ", f" {when}, ", f" {volume} ({when}), ", f" {volume} ({when}) {issue}, ") + said


def _book(to: _Land) -> Made:
    m, when = to.m, _year(to.m)
    edition = to.word("edition") if m.odds(0.25) else ""
    extent = m.pick("2 vol., ", "3 vol., ", "2 tomes, ") if to.language == "fr" and m.odds(0.15) else ""
    part = f"{to.word('volume')}{{v:{m.pick('I', 'II', 'III', 'IV', '1', '2')}}}" if m.odds(0.3) else ""
    before, after = (f"{part}, ", "") if part and m.odds(0.6) else ("", f", {part}" if part else "")
    number = m.pick("", "", "", f", n° {m.number(2, 900)}" if to.language == "fr" else "")
    german = m.pick(
        f", S. {to.pin()}", f", § {m.number(1, 40)} Rn. {{n:{m.number(1, 90)}}}", f", Rn. {{n:{m.number(1, 90)}}}"
    )
    pin = german if to.language == "de" else f"{number}, {to.word('page')}{to.pin()}"
    pin = pin if m.odds(0.8) else ""
    return (
        "footnote",
        "book",
        f"{to.who()}, {{t:{to.title()}}}, {edition}{extent}{before}{to.imprint(when)}{after}{pin}.",
    )


def _chapter(to: _Land) -> Made:
    m, when = to.m, _year(to.m)
    called = to.quoted(to.title()) if to.language != "de" or m.odds(0.4) else f"{{t:{to.title()}}}"
    volume = f", {to.word('volume')}{{v:{m.pick('I', 'II', 'III', '2', '4')}}}" if m.odds(0.25) else ""
    edition = ", " + to.word("edition").rstrip(", ") if m.odds(0.12) else ""
    paged = f"{m.pick('pp. ', 'p. ') if to.language != 'de' else 'S. '}{m.pages()}"
    here = m.pick("", f", {to.word('here')}{to.pin(several=False)}")
    if to.language in ("fr", "it") and m.odds(0.2):
        paged, here = f"p. {{p:{m.number(2, 2100)}}}", to.word("following")
    book = "{c:" + to.of("books") + "}"
    return (
        "footnote",
        "chapter",
        f"{to.who()}, {called}, {to.word('within')}{to.editors()}{to.word('edited')}{book}{volume}{edition}, "
        f"{to.imprint(when)}, {paged}{here}.",
    )


def _report(to: _Land) -> Made:
    m, when = to.m, _year(to.m)
    house = to.of("houses").split(";")[1]
    title = "{t:" + to.of("documents") + "}"
    town = "{l:" + house + "}"
    pin = m.pick(
        "", f", p. {to.pin()}", f", § {{n:{m.number(1, 90)}}}", f", S. {to.pin()}" if to.language == "de" else ""
    )
    who = "{a:" + to.of("bodies") + "}"
    sort = m.pick("", "", ", rapport public" if to.language == "fr" else "")
    return (
        "footnote",
        "report",
        f"{who}, {m.pick(title, title, to.quoted(title[3:-1]))}{sort}, {m.pick(f'{town}, ', '')}{when}{pin}.",
    )


def _thesis(to: _Land) -> Made:
    m, when = to.m, _year(to.m)
    school = "{u:" + to.of("schools") + "}"
    page = "S. " if to.language == "de" else "p. "
    sort = to.word("thesis").strip()
    return (
        "footnote",
        "thesis",
        f"{to.who()}, {{t:{to.title()}}}, {sort}{m.pick(', ', ' ') if sort[-1] == '.' else ', '}{school}, {when}"
        f"{m.pick('', f', {page}{to.pin()}')}.",
    )


def _news(to: _Land) -> Made:
    m = to.m
    page = m.pick("", f", {'S.' if to.language == 'de' else 'p.'} {{p:{m.number(1, 40)}}}")
    who = m.pick(f"{to.who()}, ", f"{to.who()}, ", "")
    return "footnote", "news", f"{who}{to.quoted(to.title())}, {{c:{to.of('papers')}}}, {to.day()}{page}."


def _web(to: _Land) -> Made:
    m = to.m
    title = to.quoted(to.of("documents"))
    when = m.pick(_year(m), f"mis en ligne le {to.day()}" if to.language == "fr" else to.day())
    return "footnote", "web-page", f"{{a:{to.of('bodies')}}}, {title}, {when}{to.word('seen')}."


def _listed(to: _Land) -> Made:
    """A book or chapter in a list by author and date."""
    m, when = to.m, _year(to.m)
    house, place = to.of("houses").split(";")
    imprint = m.pick(f"{{l:{place}}}: {{u:{house}}}", f"{{l:{place}}}, {{u:{house}}}", f"{{u:{house}}}, {{l:{place}}}")
    who, title = m.authors("harvard"), to.title()
    dated = m.pick(f" ({when}) ", f" ({when}), ", f", {when}. ", f" ({when}): ", f" {when}. ")
    if m.odds(0.45):
        edition = f"{m.pick(', ', '. ')}{to.word('edition').rstrip(', ')}" if m.odds(0.2) else ""
        return "harvard", "book", f"{who}{dated}{{t:{title}}}{edition}{m.pick('. ', ', ')}{imprint}."
    if m.odds(0.35):
        issue = m.pick("{i:" + m.number(1, 60) + "}", "{v:" + m.number(2, 90) + "}({i:" + m.number(1, 4) + "})")
        sign = to.word("issue") if issue.startswith("{i") else ""
        end = f"{{c:{to.of('journals')}}}, {sign}{issue}, {to.word('page')}{m.pages()}"
        return "harvard", "journal-article", f"{who}{dated}{to.quoted(title)}, {end}."
    paged = f"{to.word('page')}{m.pages()}"
    return (
        "harvard",
        "chapter",
        f"{who}{dated}{to.quoted(title)}, {to.word('within')}{to.editors()}{to.word('edited')}{{c:{to.of('books')}}}, "
        f"{imprint}, {paged}.",
    )


_FORMS: list[tuple[Callable[[_Land], Made], int]] = [
    (_article, 30), (_book, 22), (_chapter, 18), (_report, 7), (_thesis, 5), (_news, 8), (_web, 3), (_listed, 14),
]  # fmt: skip
