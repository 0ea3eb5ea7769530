"""Are the words of Hanse there in its six languages? Gather them, write the catalogues, say what is missing.

    python -m scripts.catalogues            gather the words anew, and compile
    python -m scripts.catalogues library    gather those of the library alone, and compile
    python -m scripts.catalogues compile    only compile
    python -m scripts.catalogues check      say what is missing, and end with 1 where something is
    python -m scripts.catalogues check registry ...   the same, of these rooms' templates and code alone

The words stand in the templates and the code, in English (Django's ``translate``, ``gettext``); their translations in
``src/hanse/workspace/locale/LANGUAGE/LC_MESSAGES/django.po``, those of the library, which knows no Django, in
``src/hanse/locale/LANGUAGE/LC_MESSAGES/hanse.po``. Translators' editors open both; what is read at run time is compiled
from them. Babel reads, writes and compiles; Django itself, and Jinja, say which words a template holds.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WORKSPACE = ROOT / "src" / "hanse" / "workspace"
LIBRARY = ROOT / "src" / "hanse"
LANGUAGES = {"fr": "fr", "es": "es", "ar": "ar", "zh_Hans": "zh_Hans", "ru": "ru"}
"""Folder of a catalogue -> Babel's name of its language. English stands in the code."""
PLURALS = {
    "ar": "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)",
}
"""Forms in the order that Unicode and translators have, and Babel has not: zero, one, two, few, many, other."""
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
SINKS = {"ValidationError", "RefusedChange"}
"""What takes a sentence for a reader as its first argument."""
SAID = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label"}
"""Keywords that hold words for a reader."""
OWN_NAMES = re.compile(
    r"\b(English|français|español|العربية|中文|русский|"
    r"Hanse|CSV|XLSX|PDF|JSON(-LD)?|API|Atom|iCalendar|TOTP|SHA-256|GeoNames|ISO|UN|QR|URL|ID|DOI|EDTF|SDGs?|v|p|n)\b"
)
DATED = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Project-Id-Version|'
    r"Report-Msgid-Bugs-To): .*\n",
    re.MULTILINE,
)
"""Lines of a catalogue's head that say nothing of its words."""
VALUE = "\N{REPLACEMENT CHARACTER}"
"""Stands where a template sets a value."""
COUNTED = {"%(num)s", "%(count)s", "%(number)s", "%(counter)s"}
"""Names of the number in a plural: a form for one or for two alone, as Arabic has them, may do without."""
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Domain:
    """Words that are translated together: ``name`` is their file's, ``room`` the folder that says them."""

    name: str
    room: Path
    what: str
    gathered: Callable[[], Catalog]

    def po(self, folder: str) -> Path:
        return self.room / "locale" / folder / "LC_MESSAGES" / f"{self.name}.po"


def workspace_words() -> Catalog:
    """The words of all templates and code of the workspace."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=True)
    from django.utils.translation.template import templatize

    found = Catalog(charset="utf-8")
    for path in _sources(WORKSPACE):
        text = path.read_text(encoding="utf-8")
        code = text if path.suffix == ".py" else templatize(text, origin=str(path))
        _add(found, path.relative_to(WORKSPACE), extract("python", BytesIO(code.encode()), KEYWORDS))
    return found


def library_words() -> Catalog:
    """The words of the library's code and of its pages."""
    from jinja2.ext import babel_extract

    from hanse.saying import keywords

    found = Catalog(charset="utf-8")
    trimmed = {"newstyle_gettext": "true", "trimmed": "true", "trim_blocks": "true", "silent": "false"}
    for path in sorted(LIBRARY.rglob("*")):
        inside = path.relative_to(LIBRARY)
        if inside.parts[0] == "workspace" or path.suffix not in {".py", ".html"}:
            continue
        method = "python" if path.suffix == ".py" else babel_extract
        options = {} if path.suffix == ".py" else trimmed
        said = extract(method, BytesIO(path.read_bytes()), keywords(), options=options)
        _add(found, inside, said)
    return found


class AtOdds(Exception):
    """The same English word is said by itself and as the first form of a number, or as that of two numbers: a catalogue
    has one place for both, and a language with a form for none would show it for one."""


def _add(found: Catalog, path: Path, extracted: Iterable[Any]) -> None:
    for _, said, _, context in extracted:
        before = found.get(_first(said), context) if said else None
        if before is not None and _all(before.id) != _all(said):
            where = ", ".join(sorted({each[0] for each in before.locations}))
            raise AtOdds(f"{path} says {_all(said)}, {where} {_all(before.id)}: give one of them a context")
        format_ = ["python-format"] if re.search(r"%\(\w+\)|%[sd]", str(said)) else []
        found.add(said, locations=[(str(path), 0)], context=context, flags=format_)


THE_WORKSPACE = Domain("django", WORKSPACE, "The words of the workspace.", workspace_words)
THE_LIBRARY = Domain("hanse", LIBRARY, "The words of the library.", library_words)
DOMAINS = (THE_WORKSPACE, THE_LIBRARY)


def _sources(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(WORKSPACE).parts
        template = path.suffix in {".html", ".txt"} and "templates" in inside
        if template or (path.suffix == ".py" and "migrations" not in inside):
            yield path


def catalogue(folder: str, domain: Domain = THE_WORKSPACE) -> Catalog:
    """A language's catalogue, as it stands; an empty one, where there is none."""
    path = domain.po(folder)
    held = Catalog(locale=LANGUAGES[folder])
    if path.exists():
        with path.open("rb") as file:
            held = read_po(file, locale=LANGUAGES[folder])
    held._plural_expr = PLURALS.get(folder, held.plural_expr)
    return held


def gather(domains: Iterable[Domain] = DOMAINS) -> None:
    """Write every catalogue anew: new words come in without translation, words that are gone go."""
    for domain in domains:
        template = domain.gathered()
        for folder in LANGUAGES:
            held = catalogue(folder, domain)
            held.update(template, no_fuzzy_matching=True)
            held.obsolete.clear()
            write(folder, held, domain)


def write(folder: str, held: Catalog, domain: Domain = THE_WORKSPACE) -> None:
    """A catalogue as a file: words in alphabetical order, with the files that say them, without dates."""
    path = domain.po(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    held.header_comment, held.fuzzy = f"# {domain.what}", False
    with BytesIO() as file:
        write_po(file, held, sort_output=True, include_lineno=False, width=0, omit_header=False)
        text = file.getvalue().decode()
    path.write_text(DATED.sub("", text), encoding="utf-8")


def compile_all() -> None:
    """From each catalogue what is read at run time; nothing is written where that is newer."""
    for domain in DOMAINS:
        for folder in LANGUAGES:
            said = domain.po(folder)
            made = said.with_suffix(".mo")
            if said.exists() and (not made.exists() or made.stat().st_mtime < said.stat().st_mtime):
                with made.open("wb") as file:
                    write_mo(file, catalogue(folder, domain))


def missing(domains: Iterable[Domain] = DOMAINS) -> Iterator[str]:
    """What the catalogues lack: words not there, not translated, doubtful, or with other placeholders."""
    for domain in domains:
        template = domain.gathered()
        for folder in LANGUAGES:
            held = catalogue(folder, domain)
            for message in template:
                if message.id and (wrong := _wrong(message, held)):
                    yield f"{folder}: {wrong}: {message.id!r}"
            for message in held:
                if message.id and template.get(_first(message.id), message.context) is None:
                    yield f"{folder}: no longer said: {message.id!r}"


def _wrong(message: Message, held: Catalog) -> str:
    found = held.get(_first(message.id), message.context)
    if found is None:
        return "not in the catalogue"
    said = found.string if isinstance(found.string, tuple | list) else (found.string,)
    if not all(said):
        return "not translated"
    if found.fuzzy:
        return "marked as fuzzy"
    if isinstance(message.id, tuple | list) and len(said) != held.num_plurals:
        return f"{len(said)} plural forms of {held.num_plurals}"
    english = [_names(each) for each in _all(message.id)]
    needed, known = set.intersection(*english), set.union(*english)
    by_itself = COUNTED if len(said) > 2 else set()
    if len(said) > 5:  # Arabic says "none", "one", "two" without the number, whatever its name
        said, few = said[3:], said[:3]
        left_out = [needed - _names(each) for each in few]
        if any(len(each) > 1 or each & {"%s", "%d"} for each in left_out) or not all(
            _names(each) <= known for each in few
        ):
            return "other placeholders"
    if not all(needed - by_itself <= _names(each) <= known for each in said) or not needed <= _names(said[-1]):
        return "other placeholders"
    return ""


def _names(said: str) -> set[str]:
    return {match[0] for match in PLACEHOLDER.finditer(said.replace("%%", ""))}


def _first(said: str | tuple[str, ...]) -> str:
    return _all(said)[0]


def _all(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def untranslated(*rooms: str) -> Iterator[str]:
    """Words for a reader that no translation can reach, with their file: bare in a template, bare in the code where a
    form, an error or a message takes them, or said by a function under a name that is not gathered."""
    for room in rooms or [""]:
        for path in _sources(WORKSPACE / room):
            text = path.read_text(encoding="utf-8")
            found = _bare_in_code(text) if path.suffix == ".py" else _bare_in_template(text, path.suffix == ".html")
            yield from (f"{path.relative_to(ROOT)}: {each}" for each in found)


def _bare_in_template(text: str, html: bool) -> list[str]:
    from django.template.base import Lexer, TokenType

    rest, inside = [], False
    for token in Lexer(text).tokenize():
        names = token.contents.split() if token.token_type == TokenType.BLOCK else []
        if names:
            begins = names[0] in {"blocktranslate", "blocktrans", "comment"} or names[-1].endswith("_class")
            inside = (inside or begins) and not names[0].startswith("end")
        elif token.token_type == TokenType.TEXT and not inside:
            rest.append(token.contents)
        elif token.token_type == TokenType.VAR:
            rest.append(VALUE)
    said = "".join(rest)
    words = [said]
    if html:
        reader = _Words()
        reader.feed(said)
        words = reader.found
    return [" ".join(each.replace(VALUE, "…").split()) for each in words if _speaks(each)]


def _speaks(text: str) -> bool:
    return re.search(r"[^\W\d_]", OWN_NAMES.sub("", text)) is not None


class _Words(HTMLParser):
    """What a reader sees or hears of a piece of HTML."""

    SILENT = frozenset({"script", "style", "code", "kbd", "samp"})
    SPOKEN = frozenset({"title", "aria-label", "placeholder", "alt"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in self.SILENT
        self.found += [value for name, value in attrs if name in self.SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in self.SILENT

    def handle_data(self, data: str) -> None:
        if self.silent <= 0:
            self.found.append(data)


def _bare_in_code(text: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            said = node.args[1:2] if called.startswith("messages.") else node.args[:1] if called in SINKS else []
            said += [each.value for each in node.keywords if each.arg in SAID]
            found += [_shown(each) for each in said if _bare(each)]
        elif isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            found += [f"{each.name} as {each.asname}" for each in node.names if each.asname not in (None, "_")]
        elif isinstance(node, ast.ClassDef) and any("Choices" in ast.unparse(each) for each in node.bases):
            for line in node.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Tuple):
                    found += [_shown(line.value.elts[-1])] if _bare(line.value.elts[-1]) else []
    return found


def _bare(node: ast.expr) -> bool:
    literal = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
    return literal and _speaks(_shown(node))


def _shown(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ast.unparse(node)


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["compile"]:
        compile_all()
    elif arguments[:1] == ["check"]:
        said = [*untranslated(*arguments[1:]), *([] if arguments[1:] else missing())]
        print("\n".join(said) or "Every word is there in every language.")
        return bool(said)
    else:
        gather([THE_LIBRARY] if arguments[:1] == ["library"] else DOMAINS)
        compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
