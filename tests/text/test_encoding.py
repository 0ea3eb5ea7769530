"""Text files of every usual encoding are read; what was guessed is said."""

from __future__ import annotations

import pytest

import hanse
from hanse.errors import DamagedFile
from hanse.text.encoding import decode

FRENCH = "Les villes s'engagent à accueillir l'été prochain les élèves venus d'ailleurs, là où c'est nécessaire. "
RUSSIAN = "Города обязуются принимать прибывших и просят государства поддержать школы и больницы. "
ARABIC = "تلتزم المدن باستقبال الوافدين وتطلب من الدول دعم المدارس والمستشفيات في الموانئ. "
CHINESE = "各城市承诺接待新来的居民,并请各国支持学校和医院。我们欢迎港口城市的贡献。"
TURKISH = (
    "Şehirler yeni gelenleri karşılamayı taahhüt eder; okullar ve hastaneler güçlendirilir, işbirliği sürdürülür. "
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
        (TURKISH, "cp1254"),
    ]
    + [(text, wide) for text in (FRENCH, RUSSIAN, ARABIC, CHINESE) for wide in ("utf-16-le", "utf-16-be")],
)
def test_an_encoding_without_a_mark_is_guessed_and_said_so(text: str, encoding: str) -> None:
    decoded = decode((text * 3).encode(encoding))
    assert (decoded.text, decoded.guessed) == (text * 3, True)
    warnings = hanse.read((text * 3).encode(encoding), name="x.txt").warnings
    assert len(warnings) == 1
    assert "guessed" in warnings[0]


@pytest.mark.parametrize("text", ["id;text\nA1;à nouveau, encore\n", "Città e comunità", "Ça", "déjà"])
def test_a_few_words_fall_on_no_rare_encoding(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [FRENCH, ARABIC, CHINESE])
def test_unicode_is_certain(text: str, encoding: str) -> None:
    assert (decode(text.encode(encoding)).text, decode(text.encode(encoding)).guessed) == (text, False)


def test_binary_data_is_no_text() -> None:
    with pytest.raises(DamagedFile, match=r"x\.txt.*binary"):
        decode(bytes(range(256)) * 8, "x.txt")


def test_what_claims_to_be_unicode_and_is_not_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="UTF-8"):
        decode(b"\xef\xbb\xbfports \xff\xfe piers", "x.txt")


@pytest.mark.parametrize("declared", ["idna", "undefined", "rot13", "no-such"])
def test_a_page_that_declares_what_is_no_encoding_of_texts_is_guessed(declared: str) -> None:
    assert decode((FRENCH * 3).encode("cp1252"), declared=declared).guessed
