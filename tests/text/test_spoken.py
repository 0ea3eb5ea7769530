"""In which language is an ask, as far as comparing goes?"""

from __future__ import annotations

import pytest

from hanse.text.spoken import called, plainly, spoken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The cities shall take part in the negotiations.", "en"),
        ("Les villes doivent participer aux négociations.", "fr"),
        ("Las ciudades deben participar en las negociaciones.", "es"),
        ("يجب أن تشارك المدن في المفاوضات.", "ar"),
        ("توفر البلديات دورات لغوية مجانية.", "ar"),
        ("各城市应参加谈判。", "zh"),
        ("Города должны участвовать в переговорах.", "ru"),
        ("都市は交渉に参加すべきである。", "ja"),
        ("도시는 협상에 참여해야 한다.", "ko"),
        ("ქალაქები მონაწილეობენ მოლაპარაკებებში.", "Georgian"),
        ("நகரங்கள் பேச்சுவார்த்தையில் பங்கேற்கும்", "Tamil"),
        ("Se prohíbe la expulsión colectiva de migrantes.", "es"),
        ("funding", ""),
        ("", ""),
        ("§ 4 (2)", ""),
    ],
)
def test_the_language_is_told_or_not_at_all(text, code):
    assert spoken(text) == code


def test_languages_and_scripts_have_names():
    assert called("fr") == "French"
    assert called("Georgian") == "Georgian script"


def test_a_glance_at_other_letters_says_nothing():
    from hanse.text.tokens import tokens

    assert plainly("en", tokens("the cities of the world"))
    assert not plainly("en", tokens("ქალაქები მსოფლიოში"))
