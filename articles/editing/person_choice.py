"""Asking who is meant by a name that an editor typed, without a script: the form comes back with people to choose.

A row of a form (`NamedForm`) has the `name`, `who` was chosen for it, and the name that this was `asked` about: a
choice for another name is none. `settle` asks for all rows at once and says at each what is missing or wrong. Where
nothing is, `who` is the number of somebody whom the name may mean, or `NEW`.
"""

from collections.abc import Mapping, Sequence

from django import forms

from articles.identity.lookup import new_person
from articles.identity.naming import NEW
from articles.models import Person
from articles.names.normalise import LONGEST_NAME
from articles.names.visible import visible
from articles.queries.people_meant import NameQuestion, who_is_meant

Who = int | str  # a person's number, or NEW
UNSEEN_NAME = "There is nothing to be seen in this name: type it anew."


class NamedForm(forms.Form):
    """A name that may be a person's; `question` is what is to be asked about it before it is taken."""

    name = forms.CharField(label="Name", required=False, max_length=300)
    who = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    asked = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    question: NameQuestion | None = None

    def clean_name(self) -> str:
        """Refuse what nobody sees, and take it out of what somebody does see."""
        typed = self.cleaned_data["name"]
        name = visible(typed)
        if typed and not name:
            raise forms.ValidationError(UNSEEN_NAME)
        return name

    @property
    def names_somebody(self) -> bool:
        """Whether the row has a name that can be a person's; for forms that name other things too to narrow."""
        return any(map(str.isalnum, self.cleaned_data.get("name", "")))

    @property
    def chosen(self) -> str:
        """Who was chosen for the name that stands here now, as the form sent it."""
        answered = self.cleaned_data.get("asked") == self.cleaned_data.get("name")
        return self.cleaned_data.get("who", "") if answered else ""

    @property
    def checked(self) -> str:
        """Which choice stands marked in the question: the one made, else the one to propose, "" for none."""
        if self.question is None or self.chosen:
            return self.chosen
        return str(self.question.likely or ("" if self.question.people else NEW))


def settle(rows: Sequence[NamedForm], article: int | None = None) -> None:
    """Ask who is meant in these rows, whose fields are clean, and say at each what is missing (7 queries at most)."""
    asking = [row for row in rows if row.names_somebody]
    if not asking:
        return
    questions = who_is_meant({row.cleaned_data["name"] for row in asking}, article)
    people = _chosen_people(asking)
    for row in asking:
        question = questions[row.cleaned_data["name"]]
        wrong = _settled(row, question, people)
        if wrong:
            row.question = question
            row.add_error("name", wrong)


def _settled(row: NamedForm, question: NameQuestion, people: Mapping[str, Person]) -> str:
    """Set who is meant in a row; return a sentence where that is not known."""
    chosen: Who | None = question.sole if not row.chosen else NEW if row.chosen == NEW else None
    if chosen is None and row.chosen:
        person = people.get(row.chosen)
        wrong = _why_not(person, question)
        if wrong:
            return wrong
        chosen = person.pk if person else None
    if chosen is None:
        return f"Say who is meant by “{question.name}”."
    row.cleaned_data["who"] = chosen
    return ""


def _why_not(person: Person | None, question: NameQuestion) -> str:
    """Say why somebody who was chosen cannot be meant, "" where they can."""
    if person is None:
        return "Whom you chose is not in the archive: choose again."
    if person.merged_into:
        return f"{person} was joined with {person.shown} meanwhile: choose again."
    if person.pk not in question.possible.all and person.name != question.name:
        return f"{person} is not called “{question.name}”: choose again."
    return ""


def _chosen_people(rows: Sequence[NamedForm]) -> dict[str, Person]:
    """Return the people who were chosen, by what the form sent for them (1 query)."""
    numbers = {row.chosen: int(row.chosen) for row in rows if row.chosen.isdecimal() and row.chosen.isascii()}
    known = Person.objects.select_related("merged_into").in_bulk([one for one in numbers.values() if one < 2**63])
    return {sent: known[number] for sent, number in numbers.items() if number in known}


def person_chosen(name: str, who: Who) -> Person:
    """Return whom pages show for somebody chosen, or make somebody new of this name. Raises ValueError."""
    if who == NEW:
        return new_person(visible(name)[:LONGEST_NAME])
    person = Person.objects.filter(pk=who).first()
    if person is None:
        raise ValueError("whom you chose is not in the archive any more")
    return person.shown
