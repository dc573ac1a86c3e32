"""What the help page says: chapters of examples and facts. A test searches the project's first articles for each."""

from dataclasses import dataclass

from search.language import limits
from search.pages.examples import QueryExample


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know, under the words one would look for."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the help page; `anchor` is its address on the page."""

    anchor: str
    title: str
    intro: str
    examples: tuple[QueryExample, ...] = ()
    facts: tuple[Fact, ...] = ()


CHAPTERS = (
    Chapter(
        "words",
        "Words and phrases",
        "Type the words you are looking for; results have all of them. Accents make no difference, and as a rule"
        " capitals make none.",
        (
            QueryExample("military support", "both words in any form: support, supports, supported"),
            QueryExample(
                '"not want to see"', "exactly these words in a row, small words too; curly quotation marks do as well"
            ),
            QueryExample("sanctions OR embargo", "either word; OR, AND and NOT are operators in capitals only"),
            QueryExample("Taiwan -Crimea", "the one without the other; NOT Crimea is the same"),
            QueryExample("(war OR invasion) peace", "parentheses keep together what belongs together"),
        ),
    ),
    Chapter(
        "about",
        "More or less these words",
        "For words that may be written in several ways, or have to be there more than once.",
        (
            QueryExample("diplom*", f"any word that begins like this; {limits.SHORTEST_PREFIX} letters at least"),
            QueryExample(
                "Blinkin~", "this word, or one with a letter more, less, other, or exchanged with its neighbour"
            ),
            QueryExample('"Beijing support"~8', "both words in any order, with at most 8 other words among them"),
            QueryExample(
                "atleast3(China)",
                "the word three times or more, here in a whole article; atleast3:China is the same",
                "articles",
            ),
        ),
    ),
    Chapter(
        "as-typed",
        "Found as typed",
        "What is typed without a space stays together, with its hyphens, points, signs and apostrophes.",
        (
            QueryExample(
                "U.S.",
                "the initialism, as US too; not the word “us”, which finds headlines in capitals: US TROOPS LEAVE IRAQ",
            ),
            QueryExample("5,000-word", "numbers and words with hyphens; 5000 and 5,000 are the same"),
            QueryExample("COVID-19 G-20 e-mail", "with the hyphen or without: G20, email", illustration=True),
            QueryExample("C++ OR AT&T OR #MeToo OR 3.5%", "signs count: C is not C++", illustration=True),
            QueryExample("O'Brien", "with a straight or a curly apostrophe, or without one", illustration=True),
            QueryExample("Lukasz", "Łukasz too, and Søren as Soren: no letter is missed", illustration=True),
            QueryExample(
                "Müller", "Muller and Mueller too, and the other way round; blue stays blue", illustration=True
            ),
        ),
    ),
    Chapter(
        "places",
        "In which part of an article",
        "Write a colon between a field and its value. A value of several words needs quotation marks; a space after"
        " the colon makes no difference.",
        (
            QueryExample("security in:quotes", "within quotations only: between marks, or in the article’s words"),
            QueryExample("Biden in:titles", "titles that have the word"),
            QueryExample("Olympic in:captions", "captions of pictures that have it"),
            QueryExample("title:call Taiwan", "paragraphs with “Taiwan” in articles whose title has “call”"),
        ),
    ),
    Chapter(
        "names",
        "Who and what it is about",
        "Names lead to the people, countries, publishers and sections of the archive, by any of their spellings or a"
        " part of it. How this was searched, below the results, says whom a name led to.",
        (
            QueryExample("speaker:Blinken", "paragraphs that quote a person of that name"),
            QueryExample('speaker:"State Department"', "organisations and countries speak, too"),
            QueryExample("speaker:(Blinken OR Sherman) Russia", "either of them"),
            QueryExample("about:Russia speaker:Kirby in:quotes", "what he said of Russia, its people or government"),
            QueryExample('person:"Xi Jinping" Putin', "where he is named, in whatever words, and Putin as a word"),
            QueryExample("country:Ukraine peace", "where the country is named, or its people, government or towns"),
            QueryExample('publisher:"Al Jazeera" oil', "of one publisher"),
            QueryExample("author:roe", "by words of the byline", illustration=True),
            QueryExample('section:"world news"', "of one section, whoever published it", illustration=True),
        ),
    ),
    Chapter(
        "time",
        "When it was published",
        "Dates are a year, a month or a day: 2022, 2022-03, 2022-03-18. An article of which only the year or the month"
        " is known counts as published on the first day of it; one without a date, or with one that can’t be, is never"
        " found by time. These words belong to the query; beside it, “Published from” and “Published to” (in addresses"
        " date_from and date_to) include both the dates they are given.",
        (
            QueryExample("year:2022 Ukraine", "of that year; a month or a day works as well", illustration=True),
            QueryExample("after:2022-03 Ukraine", "from 1 March 2022 on, that day included", illustration=True),
            QueryExample(
                "before:2022-03-18 Ukraine", "until 17 March 2022: the day itself is not included", illustration=True
            ),
        ),
    ),
    Chapter(
        "units",
        "What is searched",
        "The tabs below the box choose, and say how much each has. All words of a query have to be in one of these."
        " Words that all stand in:quotes are searched in quotations until a tab is chosen, then in what has such a"
        " quotation.",
        facts=(
            Fact("Paragraphs", "a paragraph, title, caption or note: the usual choice"),
            Fact("Quotations", "what somebody is reported to have said, with marks or without, each by itself"),
            Fact(
                "Articles",
                "words may be anywhere in the article, and - is about all of it; but a phrase, words near each other"
                " and what is asked in: one place stand in one paragraph",
            ),
        ),
    ),
    Chapter(
        "limits",
        "Limits",
        "What exceeds a limit is left out; a sentence above the results says what and where, and the rest is searched.",
        facts=(
            Fact("A query", f"{limits.LONGEST_QUERY:,} characters, {limits.MOST_WORDS} words or phrases"),
            Fact("A phrase", f"{limits.LONGEST_PHRASE} words"),
            Fact("Words near each other", f"{limits.MOST_NEAR} words, {limits.FARTHEST} others among them"),
            Fact(
                "Words with * and ~",
                f"{limits.MOST_MULTI_TERM['*']} of each, {limits.SHORTEST_PREFIX} letters at least",
            ),
            Fact("atleast", f"{limits.MOST_TIMES} times, for single words"),
            Fact("Parentheses", f"{limits.DEEPEST} deep"),
        ),
    ),
)
