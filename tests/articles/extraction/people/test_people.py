"""People: full names with signs, mentions joined, roles as the article gives them; nothing that is no person."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.paragraph_kinds import PassageKind


def people_in(*texts: str) -> dict[str, str | None]:
    return {person.name: person.role for person in extract([Passage(text) for text in texts]).people}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Harbour spokesman Peter Novak spoke.", "Peter Novak", "Harbour spokesman"),
        ("Peter Novak Jr., the harbour spokesman, spoke.", "Peter Novak Jr", "harbour spokesman"),
        ("He voted on Wednesday for former President Linda Grove.", "Linda Grove", "former President"),
        ("Former Secretary of State Linda Grove spoke.", "Linda Grove", "Former Secretary of State"),
        ("The former Secretary of State Linda Grove spoke.", "Linda Grove", "former Secretary of State"),
        ("US Secretary of Defense Linda Grove spoke.", "Linda Grove", "US Secretary of Defense"),
        ("The plan, General Tran Quoc said, was good.", "Tran Quoc", "General"),
        ("Ida Holm, senior fellow at the River Institute, spoke.", "Ida Holm", "senior fellow at the River Institute"),
        ("Ida Holm, the deputy minister of health, spoke.", "Ida Holm", "deputy minister of health"),
        ("Spanish Prime Minister Lucia Ortega Vidal spoke.", "Lucia Ortega Vidal", "Spanish Prime Minister"),
        ("Maria Keller swims every day.", "Maria Keller", None),
    ],
)
def test_a_person_with_the_role_that_the_article_gives(text, name, role):
    assert people_in(text) == {name: role}


@pytest.mark.parametrize(
    "name",
    [
        "Jean-Claude Moreau",
        "Ludwig van der Meer",
        "Carlos de la Torre",
        "Sinéad O’Leary",
        "Jürgen Müller",
        "Emma McBride",
        "Peter K. Novak",
        "Nguyen Van Hung",
        "Kim Min-jun",
        "Ahmed al-Sayed",
        "Theresa May",
        "Benny Hill",
        "Victor Young",
        "J. R. Holmberg",
        "Alisher Karimovich Tashev",
        "Gunnar Eiríksson",
        "Zhao Mingliang",
        "Park Seo-yeon",
        "Haruka Morishita",
        "Chidi Okwuosa",
        "Fatoumata Diarrassouba",
        "María José Etxeberria",
        "Władysław Brzozowicz",
        "Nguyễn Thị Hạnh",
        "Abdulrahman bin Khalid",
        "Sergei Dmitrievich Volkonov",
        "Rajesh Subramanyam",
        "Mehmet Karadağlı",
        "Robert Hale Jr",
    ],
)
def test_names_of_many_shapes(name):
    assert list(people_in(f"On Monday {name} arrived. The town was glad.")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Clinton Foundation and the Ford Motor Company gave money.",
        "They met at Johns Hopkins University in New York.",
        "The Ministry of Foreign Affairs and the Department of Justice declined.",
        "Goldman Sachs, Boko Haram and Al Jazeera were named.",
        "On Monday the South China Sea was calm near San Francisco.",
        "The Taiwan Relations Act and the Treaty of Rome are laws.",
        "Mount Everest and Lake Victoria are far from St. Louis.",
        "However Many people Think so.",
        "The Morgan Herald and the Evening Standard reported it.",
        "The frigate HMS Lancaster left Portsmouth on Tuesday.",
        "Lloyds and Morgan Stanley raised their forecasts.",
        "The Harrison Act of 1912 and the Lincoln Memorial are older.",
        "The new iPhone and the Ford Transit sell well in Germany.",
        "They went to Victoria Station and to Charles de Gaulle Airport.",
        "Hurricane Katrina struck near Houston in August.",
    ],
)
def test_what_is_no_person(text):
    assert people_in(text) == {}


def mentions_of(*texts: str) -> dict[str, list[str]]:
    passages = [Passage(text) for text in texts]
    return {person.name: [span.of(passages) for span in person.mentions] for person in extract(passages).people}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Maria Keller came. Keller spoke. Later Maria left.", {"Maria Keller": ["Maria Keller", "Keller", "Maria"]}),
        ("President Ana Rojas came. President Rojas spoke.", {"Ana Rojas": ["Ana Rojas", "Rojas"]}),
        ("Bill Carver came. William Carver spoke.", {"Bill Carver": ["Bill Carver", "William Carver"]}),
        ("Sam Austin came. Austin’s boat sank.", {"Sam Austin": ["Sam Austin", "Austin"]}),
        (
            "Maria Keller met Tom Keller. Mr. Keller left.",
            {"Maria Keller": ["Maria Keller"], "Tom Keller": ["Tom Keller", "Keller"]},
        ),
    ],
)
def test_mentions_of_one_person_are_joined(text, mentions):
    assert mentions_of(text) == mentions


@pytest.mark.parametrize(
    ("texts", "mentions"),
    [
        (
            ["KELLER WARNS OF NEW FLOOD", "Maria Keller spoke on Monday. “We are ready,” Keller said."],
            {"Maria Keller": ["KELLER", "Maria Keller", "Keller"]},
        ),
        (["Dr. Ida Holm’s boat sank. Holm’s crew is safe."], {"Ida Holm": ["Ida Holm", "Holm"]}),
        (["Zhao Mingliang spoke. Mr. Zhao then left."], {"Zhao Mingliang": ["Zhao Mingliang", "Zhao"]}),
        (
            ["Ludwig van der Meer spoke in Berlin. Van der Meer was tired."],
            {"Ludwig van der Meer": ["Ludwig van der Meer", "Van der Meer"]},
        ),
        (
            ["Peter Novak founded it. Jane Novak, his wife, sings. Peter Novak is 60, and Novak will go on."],
            {"Peter Novak": ["Peter Novak", "Peter Novak", "Novak"], "Jane Novak": ["Jane Novak"]},
        ),
        (
            ["Kim Min-jun met Kim Min-seo in Seoul."],
            {"Kim Min-jun": ["Kim Min-jun"], "Kim Min-seo": ["Kim Min-seo"]},
        ),
    ],
)
def test_one_person_of_many_spellings(texts, mentions):
    assert mentions_of(*texts) == mentions


def test_one_name_with_a_title_is_a_person_but_not_a_full_name():
    (person,) = extract([Passage("Mr. Rahal was arrested on Monday.")]).people
    assert (person.name, person.full) == ("Rahal", False)


def test_photographers_and_notes_are_left_out():
    passages = [Passage("Aly Berger/Agency", PassageKind.CREDIT), Passage("Source: Anna Holm", PassageKind.NOTE)]
    assert extract(passages).people == ()


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Then TOM LEE spoke.", "Tom Lee", True),
        ("Then JD HOLM spoke.", "JD Holm", True),
        ("Then Peter Novak, Jr. spoke.", "Peter Novak Jr", True),
        ("Then Mr. de Souza spoke. De Souza left.", "de Souza", False),
        ("Mayor Marta de Souza spoke. Ms. de Souza left. Then de Souza came.", "Marta de Souza", True),
    ],
)
def test_the_name_of_a_person(text, name, full):
    (person,) = extract([Passage(text)]).people
    assert (person.name, person.full) == (name, full)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Prince Karim bin Yusuf spoke. KBY left.", {"Karim bin Yusuf": 2}),
        ("Ida Rose Holm-Lund spoke, and IRHL left.", {"Ida Rose Holm-Lund": 2}),
        ("Robert Neil Carter spoke. The RNC met, then RNC officials left.", {"Robert Neil Carter": 1}),
        ("Robert Carter spoke. Then RC left.", {"Robert Carter": 1}),
    ],
)
def test_initials_stand_for_a_full_name_of_the_article(text, people):
    assert {person.name: len(person.mentions) for person in extract([Passage(text)]).people} == people
