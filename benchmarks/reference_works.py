"""What are the reference strings made of that the reading is trained on? Invented works, in the forms of many styles.

A made string carries its fields in brackets, ``{t:Title}``, so that a string and what it says cannot part.
"""

from __future__ import annotations

import random
import re

FAMILIES = [
    "Osei",
    "Adeyemi",
    "Kowalczyk",
    "Brandt",
    "Moreau",
    "García",
    "Haddad",
    "Tanaka",
    "Nguyen",
    "Şahin",
    "O’Connor",
    "Lindqvist",
    "Mbeki",
    "Rossi",
    "Novák",
    "Smith",
    "Müller",
    "Fernández",
    "López-Vidal",
    "Dubois",
    "Lefèvre",
    "Weiß",
    "Schröder",
    "Petrov",
    "Ivanova",
    "Kim",
    "Park",
    "Zhang",
    "Li",
    "Wu",
    "Singh",
    "Patel",
    "Khan",
    "Hassan",
    "Traoré",
    "Diallo",
    "Okafor",
    "Mensah",
    "Abebe",
    "Kamau",
    "Silva",
    "Santos",
    "Oliveira",
    "Pérez",
    "Gómez",
    "Ramírez",
    "Castillo",
    "Jensen",
    "Larsen",
    "Nilsson",
    "Virtanen",
    "Papadopoulos",
    "Katz",
    "Levy",
    "Cohen",
    "Yılmaz",
    "Demir",
    "Popescu",
    "Horvat",
    "Kovács",
    "Nagy",
    "Brown",
    "Taylor",
    "Wilson",
    "Baker",
    "Hughes",
    "Evans",
    "McKay",
    "FitzGerald",
    "Al-Sayed",
    "Ben-David",
    "Bauböck",
    "Çelik",
    "Ødegård",
    "Sørensen",
    "Łukasik",
    "Betts",
    "Lee",
]
PARTICLED = [
    "van den Berg",
    "de la Fuente",
    "von Hagen",
    "van der Meulen",
    "de Souza",
    "di Marco",
    "da Costa",
    "del Río",
    "du Pont",
    "le Blanc",
    "ten Cate",
    "De Graauw",
    "Van Hear",
    "De Genova",
    "dos Reis",
    "El Amrani",
    "bin Talal",
    "La Rosa",
]
GIVEN = [
    "Kwabena",
    "Tunde",
    "Anna",
    "Lukas",
    "Joost",
    "Claire",
    "Elena",
    "Marta",
    "Samir",
    "Niamh",
    "Yuki",
    "Ece",
    "Petra",
    "Jonas",
    "Maria",
    "José",
    "Jean-Pierre",
    "Marie-Claude",
    "Hans",
    "Greta",
    "Ivan",
    "Olga",
    "Min-Jun",
    "Wei",
    "Priya",
    "Ahmed",
    "Fatima",
    "Amina",
    "Kofi",
    "Sara",
    "David",
    "Ruth",
    "Noa",
    "Peter",
    "Susan",
    "Mark",
    "Émile",
    "Zoë",
    "Łucja",
    "Øyvind",
    "Ángel",
    "Inés",
    "Paula",
    "Robert",
    "Helen",
    "T.",
    "Alexander",
]
BODIES = [
    "International Organization for Migration",
    "UN-Habitat",
    "UNHCR",
    "OECD",
    "World Bank",
    "European Commission",
    "City of Gothenburg",
    "Ministry of the Interior",
    "Council of Europe",
    "United Cities and Local Governments",
    "Eurocities",
    "IOM",
    "Ville de Lyon",
    "Ayuntamiento de Valencia",
    "Bundesamt für Migration",
    "Mixed Migration Centre",
    "Migration Policy Institute",
    "World Health Organization",
    "International Labour Organization (ILO)",
    "Human Rights Watch",
    "Amnesty International",
    "Norwegian Refugee Council",
    "Mayors Migration Council",
    "African Union Commission",
    "Save the Children",
    "Cities Alliance",
    "Overseas Development Institute",
    "Government of Canada",
    "Greater London Authority",
    "Secretaría de Gobernación",
    "Comisión Económica para América Latina y el Caribe",
    "Conseil national des villes",
    "Deutscher Städtetag",
    "Metropolitan Agency of Porto",
    "National League of Towns",
    "Refugee Council",
    "UNICEF",
    "UN DESA",
    "FAO",
    "Oxfam",
    "ICMPD",
]
JOURNALS = [
    "Journal of Ethnic and Migration Studies",
    "International Migration",
    "Cities",
    "Urban Studies",
    "Environment and Planning A",
    "Environment and Planning D",
    "Physica A",
    "Journal of Politics B",
    "Revue européenne des migrations internationales",
    "Global Policy",
    "Geopolitics",
    "Forced Migration Review",
    "Antipode",
    "Migraciones Internacionales",
    "Zeitschrift für Stadtforschung",
    "International Journal of Refugee Law",
    "Ethnicities",
    "Journal of Refugee Studies",
    "Territory, Politics, Governance",
    "Law & Policy",
    "Ethics & International Affairs",
    "Ethics, Place & Environment",
    "Signs",
    "Science",
    "Stadt und Raum",
    "Cities in International Law",
    "Planning Perspectives",
    "Comparative Migration Studies",
    "Geoforum",
    "Political Geography",
    "Revista de Estudios Urbanos",
    "Hommes & migrations",
    "American Political Science Review",
    "World Politics",
    "Review of International Studies",
    "The Hague Journal of Diplomacy",
    "Social Forces",
    "Annals of Local Government",
    "Leviathan",
    "Papeles de Población",
    "Cahiers de l’Urmis",
    "Local Government Studies",
    "Citizenship Studies",
    "PLOS ONE",
    "International Migration Review",
    "Politics & Society",
    "Journal of Urban Affairs",
    "Global Governance",
    "Mobilities",
    "Nature Human Behaviour",
    "Data in Brief",
    "Third World Quarterly",
    "Population, Space and Place",
    "Gaceta Municipal",
    "Berliner Journal für Soziologie",
    "Droit et société",
    "Espace géographique",
    "Anuario de Derecho Internacional",
]
SHORT_JOURNALS = [
    "J Ethn Migr Stud",
    "Environment and Planning B",
    "Environ Plan C",
    "Physica D",
    "Int Migr",
    "Urban Stud",
    "Int J Refug Law",
    "Am J Public Health",
    "Lancet",
    "BMJ",
    "J Urban Aff",
    "Soc Sci Med",
    "J. Urban Aff.",
    "Int. Migr. Rev.",
    "IEEE Trans. Comput. Soc. Syst.",
    "Proc. Natl. Acad. Sci.",
    "Glob. Policy",
    "Comp. Migr. Stud.",
]
LAW_JOURNALS = [
    "AJIL",
    "EJIL",
    "IJRL",
    "MLR",
    "ICLQ",
    "Refugee Survey Quarterly",
    "Leiden Journal of International Law",
    "OJLS",
    "JEMS",
    "NQHR",
    "Yale LJ",
]
PUBLISHERS = [
    "Routledge;London",
    "Routledge;Abingdon",
    "Cambridge University Press;Cambridge",
    "Oxford University Press;Oxford",
    "University of Chicago Press;Chicago",
    "Princeton University Press;Princeton, NJ",
    "Edward Elgar;Cheltenham",
    "Palgrave Macmillan;Basingstoke",
    "Springer;Cham",
    "Hart;Oxford",
    "Hart Publishing;Oxford",
    "Brill;Leiden",
    "Polity;Cambridge",
    "Polity Press;Cambridge",
    "Verso;London",
    "MIT Press;Cambridge, MA",
    "Yale University Press;New Haven",
    "Suhrkamp;Frankfurt am Main",
    "Nomos;Baden-Baden",
    "Presses universitaires de France;Paris",
    "La Découverte;Paris",
    "L’Harmattan;Paris",
    "Trotta;Madrid",
    "Fondo de Cultura Económica;Ciudad de México",
    "Siglo XXI;Buenos Aires",
    "Icaria;Barcelona",
    "Policy Press;Bristol",
    "Manchester University Press;Manchester",
    "Sage;Thousand Oaks, CA",
    "SAGE Publications;London",
    "Zed Books;London",
    "Amsterdam University Press;Amsterdam",
    "Duke University Press;Durham",
    "Cornell University Press;Ithaca, NY",
    "Penguin;Harmondsworth",
    "W. W. Norton;New York",
    "Norton;New York",
    "Basic Books;New York",
    "transcript;Bielefeld",
    "Beck;München",
    "Harvard University Press;Cambridge, MA",
    "Berghahn;Oxford",
    "Karthala;Paris",
    "CIDOB;Barcelona",
    "Tecnos;Madrid",
    "Wiley;Hoboken",
    "Wiley-Blackwell;Malden",
    "Stanford University Press;Stanford",
    "University of Toronto Press;Toronto",
    "Il Mulino;Bologna",
    "HSRC Press;Cape Town",
    "Wits University Press;Johannesburg",
    "Orient BlackSwan;Hyderabad",
    "AUC Press;Cairo",
    "Campus;Frankfurt",
    "Taylor & Francis;London",
    "Sweet & Maxwell;London",
    "Le Cavalier bleu;Paris",
    "Daidalos;Göteborg",
    "Random House;New York",
    "Univ. of Chicago Press;Chicago, IL",
    "Oxford Univ. Press;Oxford, U.K.",
    "Vandenhoeck & Ruprecht;Göttingen",
    "Carocci;Roma",
    "Almedina;Coimbra",
    "Catarata;Madrid",
    "VS Verlag;Wiesbaden",
    "Seuil;Paris",
    "Bloomsbury;London",
    "Ashgate;Aldershot",
    "Allen & Unwin;Sydney",
]
PLACES = [
    "Geneva",
    "Nairobi",
    "Brussels",
    "New York",
    "Bruxelles",
    "Genève",
    "Madrid",
    "Bogotá",
    "Quito",
    "Berlin",
    "Wien",
    "Washington, DC",
    "Washington, D.C.",
    "Paris",
    "Accra",
    "Dakar",
    "Johannesburg",
    "Bangkok",
    "Amman",
    "Beirut",
    "Oslo",
    "Stockholm",
    "The Hague",
    "Barcelona",
    "Montréal",
    "São Paulo",
    "Lisbon",
    "Rome",
    "London",
    "Vienna",
    "Gothenburg",
    "Athens",
    "Tunis",
    "Kampala",
    "Santiago de Chile",
    "Lima",
    "Mexico City",
    "New Delhi",
    "Dhaka",
    "Manila",
]
PAPERS = [
    "The Guardian",
    "New York Times",
    "The New York Times",
    "Le Monde",
    "El País",
    "Financial Times",
    "The Economist",
    "Süddeutsche Zeitung",
    "Reuters",
    "The Times",
    "Washington Post",
    "Daily Nation",
    "The Hindu",
    "Al Jazeera",
    "Die Zeit",
    "Libération",
    "La Vanguardia",
    "Corriere della Sera",
    "The Harbour Herald",
    "Politico",
    "Der Spiegel",
    "Irish Times",
    "Toronto Star",
    "Daily Maverick",
    "BBC News",
    "The Independent",
]
SITES = [
    "Migration Policy Institute",
    "openDemocracy",
    "Cities Today",
    "CityLab",
    "Eurocities",
    "Refugees Deeply",
    "The Conversation",
    "Mayors Migration Council",
    "Border Criminologies Blog",
    "UNHCR Data Portal",
    "City of Bristol",
    "Medium",
    "EJIL: Talk!",
    "Oxford Law Faculty Blog",
    "Global Cities Hub",
    "InfoMigrants",
    "UN Network on Migration",
    "Migration Data Portal",
]
UNIVERSITIES = [
    "University of Nairobi",
    "Universiteit Leiden",
    "Utrecht University",
    "University of Oxford",
    "Universidad de Salamanca",
    "Université de Genève",
    "Humboldt-Universität zu Berlin",
    "McGill University",
    "University of Cape Town",
    "Universidade de Coimbra",
    "Queen Mary University of London",
    "European University Institute",
    "Sciences Po",
    "MIT",
    "London School of Economics",
    "El Colegio de México",
    "Universität Bremen",
    "University of California, Berkeley",
]
SERIES = [
    "IMI Working Paper",
    "Working Paper",
    "RSC Working Paper Series",
    "IZA Discussion Paper",
    "COMPAS Working Paper",
    "World Bank Policy Research Working Paper",
    "Discussion Paper",
    "Documento de Trabajo",
    "NBER Working Paper",
    "OECD Regional Development Working Papers",
    "WZB Discussion Paper",
    "EUI Working Paper",
    "KNOMAD Working Paper",
    "UNU-WIDER Working Paper",
    "Occasional Paper",
    "ODI Working Paper",
    "Document de travail",
    "MMP Discussion Paper",
]
REPORTS = [
    "Policy Brief",
    "Report",
    "Research Report",
    "Migration Research Series",
    "Issue Brief",
    "Policy Report",
    "Briefing",
    "Technical Report",
    "Informe",
]
SUBJECTS = {
    "en": [
        "Cities",
        "Mayors and migrants",
        "Urban asylum",
        "City networks",
        "Local integration",
        "Harbours of welcome",
        "Municipal diplomacy",
        "Governing arrival",
        "Refugee settlement",
        "The local turn",
        "Sanctuary and solidarity",
        "Border towns",
        "Migration governance",
        "Urban citizenship",
        "Remittances and housing",
        "Multilevel governance",
        "The politics of reception",
        "Who counts",
        "Secondary cities in Africa",
        "Global compacts",
        "Local governments in treaty-making",
        "Access to services",
        "Undocumented residents",
        "Climate mobility",
        "Twinning",
        "Crossing the river",
        "Displacement in towns",
        "Making room",
        "Soft law from below",
        "Return and reintegration",
    ],
    "fr": [
        "La ville et l’accueil",
        "Les maires face à la migration",
        "Gouverner l’hospitalité",
        "Les réseaux de villes",
        "Frontières urbaines",
        "L’action extérieure des collectivités",
        "Migrations et territoires",
        "Le droit à la ville",
    ],
    "es": [
        "La ciudad y sus puertas",
        "Gobiernos locales y migración",
        "La diplomacia de las ciudades",
        "Fronteras y municipios",
        "El derecho al asilo urbano",
        "Redes de ciudades",
        "Políticas de acogida",
        "Ciudadanía local",
    ],
    "de": [
        "Städte und Asyl",
        "Kommunale Außenpolitik",
        "Ankommen in der Stadt",
        "Migration und Gemeinden",
        "Die solidarische Stadt",
        "Integration vor Ort",
        "Grenzen der Kommune",
    ],
}
NOUNS = [
    "Territory",
    "Authority",
    "Rights",
    "Towns",
    "Tents",
    "Taxes",
    "Borders",
    "Beds",
    "Budgets",
    "Asylum",
    "Ports",
    "Mayors",
    "Welcome",
    "Water",
    "Work",
    "Law",
]
TAILS = {
    "en": [
        "evidence from eleven towns",
        "a comparative study",
        "the case of Beirut and Amman",
        "lessons for practice",
        "who decides, and why",
        "a history, 1951–2018",
        "theory, method and practice",
        "between law and politics",
        "mapping the field",
        "a critical review",
        "results of a survey in Kenya",
        "toward a research agenda",
        "from Marrakesh to New York",
        "new actors, old rules",
        "rights, services and identity",
        "what we know about networks",
        "a reply to Betts",
        "policy and practice in the 2010s",
    ],
    "fr": [
        "une étude comparée",
        "enjeux et perspectives",
        "le cas de Calais et de Grande-Synthe",
        "entre droit et politique",
        "un état des lieux",
    ],
    "es": [
        "un estudio comparado",
        "retos y perspectivas",
        "el caso de Bogotá y Quito",
        "entre el derecho y la política",
        "una aproximación",
    ],
    "de": [
        "eine vergleichende Studie",
        "Chancen und Grenzen",
        "das Beispiel Leipzig",
        "zwischen Recht und Politik",
        "ein Überblick",
    ],
}
MIDDLES = [
    "in the age of migration",
    "in Europe",
    "and the United Nations",
    "after 2015",
    "in the Global South",
    "without borders",
    "in West African cities",
    "and the limits of the state",
    "under pressure",
    "in international law",
    "at the border",
    "in London and Paris",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Maker:
    """Makes strings from a seed; the same seed, the same strings."""

    def __init__(self, seed: int) -> None:
        self.any = random.Random(seed)

    def pick(self, *of: str) -> str:
        return self.any.choice(of)

    def of(self, several: list[str]) -> str:
        return self.any.choice(several)

    def odds(self, share: float) -> bool:
        return self.any.random() < share

    def number(self, low: int, high: int) -> str:
        return str(self.any.randint(low, high))

    # Parts

    def title(self, *, capitals: bool | None = None) -> tuple[str, str]:
        """A title and its language."""
        language = self.any.choices(["en", "fr", "es", "de"], [14, 2, 3, 2])[0]
        said = self.of(SUBJECTS[language])
        if self.odds(0.07):
            said = ", ".join(self.any.sample(NOUNS, 3))
        elif self.odds(0.07):
            said = f"{self.of(NOUNS)} and {self.of(NOUNS).lower()}"
        if language == "en" and self.odds(0.35):
            said += " " + self.of(MIDDLES)
        if language == "en" and self.odds(0.12):
            said = (
                self.pick("How ", "Why ", "Do ", "Where ")
                + said[0].lower()
                + said[1:]
                + " "
                + self.pick("matter", "negotiate", "change", "speak, and to whom")
                + "?"
            )
            if self.odds(0.5):
                tail = self.of(TAILS[language])
                said += f" {tail[0].upper()}{tail[1:]}"
        elif self.odds(0.55):
            tail = self.of(TAILS[language])
            tail = tail[0].upper() + tail[1:] if self.odds(0.5) else tail
            said += self.pick(": ", ": ", ": ", " – ", ". ") + tail if self.odds(0.97) else f", {tail}"
        if capitals or (capitals is None and language == "en" and self.odds(0.35)):
            said = re.sub(
                r"\b(?!(?:and|of|the|in|for|to|from|a|an|at|und|der|die|et|y|de|la|el|en|los|las|con|del|des)\b)([a-z])",
                lambda match: match[1].upper(),
                said,
            )
            said = said.replace("’S ", "’s ")
        return said, language

    def person(self) -> tuple[str, str]:
        family = self.of(PARTICLED) if self.odds(0.15) else self.of(FAMILIES)
        if self.odds(0.06):
            family += "-" + self.of(FAMILIES)
        elif self.odds(0.06):
            family += " " + self.of(FAMILIES)
        given = self.of(GIVEN)
        if self.odds(0.2):
            given += " " + self.pick("M.", "J.", "Maria", "A.", "Carlos")
        return family, given

    def initials(self, given: str, *, dots: bool = True, gap: str = " ") -> str:
        bits = [
            "-".join(each[0] + ("." if dots else "") for each in part.split("-"))
            if "-" in part
            else part[0] + ("." if dots else "")
            for part in given.split()
        ]
        return gap.join(bits)

    def people(self, form: str, *, most: int = 5) -> str:
        """``form``: apa, full, inverted (first inverted only), spoken, spoken-short, vancouver, ieee, harvard."""
        count = min(self.any.choices([1, 2, 3, 4, 6], [46, 28, 14, 8, 4])[0], most)
        found = [self.person() for _ in range(count)]
        said = []
        for place, (family, given) in enumerate(found):
            short = self.initials(given)
            if form == "apa":
                said.append(f"{family}, {short}")
            elif form == "harvard":
                said.append(f"{family}, {self.initials(given, gap='')}")
            elif form == "full":
                said.append(f"{family}, {given}")
            elif form == "inverted":
                said.append(f"{family}, {given}" if place == 0 else f"{given} {family}")
            elif form == "spoken":
                said.append(f"{given} {family}")
            elif form == "spoken-short":
                said.append(f"{short} {family}")
            else:
                said.append(f"{family} {self.initials(given, dots=False, gap='')}")
        if form == "vancouver":
            return ", ".join(said) + (", et al" if self.odds(0.2) else "")
        if len(said) > 2 and self.odds(0.15):
            return f"{said[0]} et al."
        if len(said) == 1:
            return said[0] + (" et al." if self.odds(0.05) else "")
        joint = {"apa": " & "}.get(form, self.pick(" and ", " and ", " and ", " & ", " y ", " et ", "; ", " und "))
        if joint == "; ":
            return "; ".join(said)
        comma = "," if (form in ("apa", "inverted") and self.odds(0.8)) or (len(said) > 2 and self.odds(0.4)) else ""
        return ", ".join(said[:-1]) + comma + joint + said[-1]

    def authors(self, form: str, *, body: float = 0.0) -> str:
        if self.odds(body):
            return "{a:" + self.of(BODIES) + "}"
        return "{a:" + self.people(form) + "}"

    def year(self) -> str:
        if self.odds(0.03):
            return self.pick("n.d.", "forthcoming", "in press")
        return "{y:" + self.number(1985, 2025) + (self.pick("a", "b") if self.odds(0.08) else "") + "}"

    def pages(self) -> str:
        first = self.any.randint(1, 900) if self.odds(0.8) else self.any.randint(901, 2600)
        last = first + self.any.randint(4, 40)
        told = str(last)
        if self.odds(0.15) and str(first)[:-2] == told[:-2] and first > 99:
            told = told[-2:]
        return "{p:" + f"{first}{self.pick('–', '–', '-')}{told}" + "}"

    def page(self) -> str:
        first = self.any.randint(1, 460) if self.odds(0.85) else self.any.randint(461, 1600)
        return "{n:" + str(first) + (f"–{first + self.any.randint(1, 5)}" if self.odds(0.2) else "") + "}"

    def house(self) -> tuple[str, str]:
        publisher, place = self.of(PUBLISHERS).split(";")
        return "{u:" + publisher + "}", "{l:" + place + "}"

    def day(self, *, year: bool = True) -> str:
        month, day = self.of(MONTHS), self.number(1, 28)
        if not year and self.odds(0.12):
            return self.pick(f"{day} de mayo", f"{day} octobre", f"{day}. März", f"{day} de enero", f"{day} juin")
        month = month[:3] + self.pick(".", "") if self.odds(0.2) and len(month) > 4 else month
        when = " " + self.year() if year else ""
        return (
            self.pick(f"{day} {month}{when}", f"{month} {day}{',' if year else ''}{when}")
            if year
            else self.pick(f"{day} {month}", f"{month} {day}")
        )

    def journal(self) -> str:
        return "{c:" + self.of(JOURNALS) + "}"

    def editors(self, form: str) -> str:
        said = self.people(form, most=3)
        return "{e:" + said + "}"

    def edition(self) -> str:
        return (
            self.pick(
                "2nd ed.", "3rd edn", "2nd edition", "rev. ed.", "3. Aufl.", "2.ª ed.", "2e éd.", "2. ed.", "5th ed."
            )
            if self.odds(0.15)
            else ""
        )
