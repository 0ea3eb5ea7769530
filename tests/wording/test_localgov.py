"""Local governments are found by what they are called, in seven languages."""

# ruff: noqa: E501  (a pair of sentences reads best on one line)

import pytest

from hanse.wording.localgov import mentions

TEXTS = [
    ("en", "Mayors, cities and local and regional governments met.", ["Mayors", "cities", "local and regional governments"]),
    ("en", "The city council and UCLG signed.", ["city council", "UCLG"]),
    ("en", "Simplicity and capacity matter to States.", []),
    ("fr", "Les collectivités territoriales et les maires", ["collectivités territoriales", "maires"]),
    ("es", "Los gobiernos locales, las alcaldías y los municipios", ["gobiernos locales", "alcaldías", "municipios"]),
    ("ar", "دور السلطات المحلية", ["السلطات المحلية"]),
    ("zh", "市长和地方政府应参与。", ["市长", "地方政府"]),
    ("ru", "Мэры и местные власти", ["Мэры", "местные власти"]),
    ("tr", "Belediyeler ve yerel yönetimler", ["Belediyeler", "yerel yönetimler"]),
    ("und", "the role of mayors", ["mayors"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named"), TEXTS)
def test_mentions_quote_the_text(language: str, text: str, named: list[str]) -> None:
    assert [text[slice(*span)] for span in mentions(text, language)] == named
