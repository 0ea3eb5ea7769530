"""Who speaks in a bracket? The delegations and groups that negotiators name before a colon or after a dash."""

from __future__ import annotations

import re

_GROUPS = """
AG AGN AILAC ALBA AOSIS APRC ASEAN AU BRICS CAN CANZ CARICOM CELAC CIS COMESA CPLP DRC EAC ECOWAS EEA EFTA EIG EU FAO
G20 G7 G77 G-77 GCC GFMD GRULAC HS ICRC IFRC IGAD ILO IOM IMO JUSCANZ JUSSCANNZ KSA LAC LAS LDC LDCs LGMA LLDC LLDCs
LMDC LMG MERCOSUR MIKTA MMC NAM NGO NGOs NZ OACPS OAS OHCHR OIC OIF OSCE PIF PNG PRC PSIDS ROK RF RSA SA SADC SICA
SIDS UAE UCLG UfM UK UMA UN UNDP UNHCR UNICEF US USA U.S. U.K. U.S.A. WEOG WHO C40 CCRE CEMR ICLEI EUROCITIES
Eurocities Metropolis
"""
_NAMES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|
Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|
Brunei Darussalam|Bulgaria|Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Central African Republic|Chad|
Chile|China|Colombia|Comoros|Congo|Costa Rica|Côte d'Ivoire|Cote d'Ivoire|Croatia|Cuba|Cyprus|Czechia|Czech Republic|
Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|
Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|
Haiti|Holy See|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|
Kazakhstan|Kenya|Kiribati|Kuwait|Kyrgyzstan|Laos|Lao PDR|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|
Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia|
Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|
Niger|Nigeria|North Macedonia|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|
Poland|Portugal|Qatar|Republic of Korea|South Korea|North Korea|Romania|Russia|Russian Federation|Rwanda|
Saint Kitts and Nevis|Saint Lucia|Saint Vincent and the Grenadines|Samoa|San Marino|Sao Tome and Principe|
Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|
South Sudan|Spain|Sri Lanka|State of Palestine|Sudan|Suriname|Sweden|Switzerland|Syria|Tajikistan|Tanzania|Thailand|
Timor-Leste|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|
United Arab Emirates|United Kingdom|United States|United States of America|Uruguay|Uzbekistan|Vanuatu|Venezuela|
Viet Nam|Vietnam|Yemen|Zambia|Zimbabwe|European Union|African Union|African Group|Arab Group|Asian Group|Group of 77|
G77 and China|G77 + China|G77 & China|G77/China|G-77 and China|Group of 77 and China|Like-Minded Group|Umbrella Group|
League of Arab States|Nordics|Nordic countries|Baltics|Benelux|Visegrad|Africa|Co-facilitators|Co-Facilitators|
Facilitators|Chair|Co-Chairs|Co-chairs|Presidency|Secretariat|Bureau|Major Groups|Civil Society|Mayors Mechanism|
Allemagne|Belgique|Brésil|Canada|Chine|Espagne|États-Unis|Fédération de Russie|Inde|Italie|Japon|Maroc|Mexique|
Pays-Bas|Royaume-Uni|Saint-Siège|Suisse|Tunisie|Turquie|UE|Union européenne|Groupe africain|Alemania|Bélgica|Brasil|
Egipto|España|Estados Unidos|Federación de Rusia|Francia|Italia|Japón|Marruecos|México|Países Bajos|Perú|Reino Unido|
Santa Sede|Suiza|Turquía|Unión Europea|Grupo Africano|ЕС|Европейский союз|Россия|Российская Федерация|Китай|США|
Мексика|Группа 77|欧盟|中国|77国集团|美国|俄罗斯联邦|墨西哥|الاتحاد الأوروبي|مصر|المغرب|الصين|المكسيك|
المجموعة الأفريقية|المجموعة العربية|مجموعة الـ 77
"""
_KNOWN = frozenset(_GROUPS.split()) | frozenset(name.strip() for name in _NAMES.replace("\n", "").split("|"))
_KNOWN_LOWER = frozenset(name.lower() for name in _KNOWN if len(name) > 3)

_NO_AUTHOR = re.compile(
    r"(?:op|pp)\s?\d|(?:alt|option|variant|note|placeholder|article|art|objective|para|paragraph|op|pp|section|annex|"
    r"chapter|part|source|text|title|heading|"
    r"footnote|comment|editor|e\.g|i\.e|nb|n\.b|see|cf|action|recommendation|principle|goal|target|pillar|commitment|"
    r"figure|table|agreed|"
    r"objectif|objetivo|artículo|articulo|section|chapitre|capítulo|remarque|nota|цель|статья|примечание)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z\d])[A-Z][A-Z\d.&+-]{1,9}s?")
_BODY = re.compile(
    r"(?:[A-ZÀ-Ý][\w'’.-]*|of|and|the|for|on|de|des|du|la|et|y|del)(?:\s+(?:[A-ZÀ-Ý\d][\w'’.-]*|of|and|the|for|on|de|"
    r"des|du|la|et|y|del)){0,5}"
)
_BODY_NOUN = re.compile(
    r"\b(?:Group|Union|States?|Alliance|Network|Council|Mission|Delegation|Presidency|Chairs?|Facilitators?|"
    r"Secretariat|Coalition|Mechanism|"
    r"Caucus|Bloc|Republic|Kingdom|Islands?|Federation|Emirates|Cities|City|Mayors?|Association|Forum|Commission|"
    r"Constituency)\b"
)
_SEPARATOR = re.compile(
    r"\s*(?:,|;|/|&|\+|\band\b|\bet\b|\by\b|\bи\b|،|、|和|及|"
    r"\b(?:on behalf of|supported by|au nom d[eu]s?|en nombre de|от имени)(?: the| la| l['’])?\b)\s*"
)
_LEAD = re.compile(
    r"(?:proposal|proposed|amendment|text|suggestion|request|addition|add(?:ed)?|insert(?:ed)?|deletion|"
    r"deleted?)\s+(?:by|of|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:proposal|proposes?|proposed|text|amendments?|additions?|adds?|to add|insert|inserts|alt(?:ernative|"
    r"\.)?(?:\s?\d+)?|suggests?|wording|rev\.?\d*)$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"([^:：\[\]\n]{2,140}?)\s*[:：]\s*")
_TRAIL = re.compile(r"\s[-–—]\s?([^-–—\[\]\n]{2,100})$|[\s,]\(([^()\[\]]{2,80})\)$|\s?\{([^{}]{2,80})\}$")
_BARE = re.compile(r"(.{2,80}?)\s+(delet(?:e|es|ion)|del\.?|reserves?|reservation)\b.{0,60}", re.IGNORECASE)


def is_delegations(text: str, *, strict: bool = True) -> bool:
    """True where a text names delegations and nothing else ("EU, CANZ, Mexico").

    Not ``strict`` lets unknown names pass if at least they look like one: a capitalised body ("Coastal Cities Forum").
    """
    text = text.strip().removeprefix("the ").strip()
    if not text or _NO_AUTHOR.match(text):
        return False
    if _known(text):
        return True
    parts = [part for part in _SEPARATOR.split(text) if part]
    if all(_known(part) for part in parts):
        return True
    if strict:
        return False
    return all(_known(part) or _looks_like_one(part) for part in parts) or _looks_like_one(text)


def author_of(inner: str) -> tuple[str, int, int]:
    """Who speaks in the words of a bracket: ``(author, start, cut)``.

    ``author`` is empty where nobody is named; the proposed words start at ``start`` and leave ``cut`` characters at the
    end.
    """
    if head := _HEAD.match(inner):
        named = _TAIL.sub("", _LEAD.sub("", head.group(1).strip()))
        if is_delegations(named, strict=False):
            return named, head.end(), 0
    if (bare := _BARE.fullmatch(inner)) and is_delegations(bare.group(1)):
        return bare.group(1).strip(), bare.start(2), 0
    if trail := _TRAIL.search(inner):
        named = _TAIL.sub("", next(filter(None, trail.groups())).strip())
        if is_delegations(named):
            return named, 0, len(inner) - trail.start()
    return "", 0, 0


def _known(name: str) -> bool:
    name = name.strip().removeprefix("the ").removeprefix("The ")
    return (
        name in _KNOWN or name.lower() in _KNOWN_LOWER or bool(_ACRONYM.fullmatch(name) and not _ROMAN.fullmatch(name))
    )


_ROMAN = re.compile(r"[IVXLC]+")


def _looks_like_one(name: str) -> bool:
    if not _BODY.fullmatch(name):
        return False
    return bool(_BODY_NOUN.search(name)) or (" " not in name and not re.search(r"(?:ing|s|ed)$", name))
