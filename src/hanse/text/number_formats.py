"""How does Word write this number? The number formats of automatic lists (ECMA-376, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_LARGEST = 32_767
"""Word counts no further; beyond it (and below 1) plain digits are written."""
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HIJA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_CHINESE = "〇一二三四五六七八九"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def roman(number: int) -> str:
    """3 -> "iii"."""
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def letters(number: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """3 -> "c", 28 -> "bb": Word repeats the letter after the alphabet's end."""
    turn, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (turn + 1)


def ordinal(number: int, language: str = "en") -> str:
    """3 -> "3rd"; other languages than English as their Word writes them."""
    tongue = language[:2].casefold()
    if tongue == "fr":
        return f"{number}er" if number == 1 else f"{number}e"
    if tongue in ("es", "pt", "it"):
        return f"{number}º"
    if tongue in ("de", "da", "no", "nb", "nn", "fi", "tr", "pl", "cs"):
        return f"{number}."
    if tongue == "ru":
        return f"{number}-й"
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def words(number: int) -> str:
    """21 -> "twenty-one"."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" {words(rest)}" if rest else "")
    return str(number)


def ordinal_words(number: int) -> str:
    """21 -> "twenty-first"."""
    written = words(number)
    if written.isdigit():
        return ordinal(number)
    cut = max(written.rfind("-"), written.rfind(" ")) + 1
    head, last = written[:cut], written[cut:]
    if last in _IRREGULAR:
        return head + _IRREGULAR[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def chinese(number: int) -> str:
    """21 -> "二十一"."""
    if number >= 10_000 or number <= 0:
        return "".join(_CHINESE[int(digit)] for digit in str(number))
    written, zero = "", False
    for unit, worth in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, worth)
        if digit:
            written += ("〇" if zero and written else "") + _CHINESE[digit] + unit
            zero = False
        else:
            zero = True
    return written[1:] if written.startswith("一十") else written


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x245F + number)
    return chr(0x3250 + number - 20) if number <= 35 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "cardinalText": lambda number: words(number).capitalize(),
    "ordinalText": lambda number: ordinal_words(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
    "russianLower": lambda number: letters(number, _RUSSIAN),
    "russianUpper": lambda number: letters(number, _RUSSIAN).upper(),
    "arabicAbjad": lambda number: letters(number, _ABJAD),
    "arabicAlpha": lambda number: letters(number, _HIJA),
    "hebrew2": lambda number: letters(number, _HEBREW),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(_CHINESE[int(digit)] for digit in str(number)),
    "japaneseCounting": chinese,
    "ideographTraditional": lambda number: letters(number, _STEMS),
    "ideographZodiac": lambda number: letters(number, _BRANCHES),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
}


def written(number: int, form: str, language: str = "en") -> str:
    """A number in one of Word's formats ("lowerLetter"); a format unknown here is written in plain digits.

    ``language`` (BCP 47) decides how ordinals are written.
    """
    if form == "ordinal":
        return ordinal(number, language)
    if not 1 <= number <= _LARGEST and form not in ("decimalZero", "none"):
        return str(number)
    return _FORMATS.get(form, str)(number)
