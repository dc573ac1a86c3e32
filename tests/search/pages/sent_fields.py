"""What the form of a search sends, read from its page as a browser does."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    """Collects the names and values of the fields of one form, in their order; of buttons, only one that is pressed."""

    def __init__(self, form: str, pressed: str) -> None:
        super().__init__()
        self.form, self.pressed = form, pressed
        self.within, self.select = False, ""
        self.fields: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.within = given.get("id") == self.form
        elif not self.within:
            return
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and "selected" in given:
            self.fields.append((self.select, given["value"]))
        elif (tag == "button" and given.get("id") == self.pressed) or (tag == "input" and _is_sent(given)):
            self.fields.append((given["name"], given["value"]))

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "form"


def _is_sent(given: dict[str, str]) -> bool:
    return given.get("type") != "checkbox" or "checked" in given


def sent_fields(page: str, pressed: str) -> list[tuple[str, str]]:
    """Return the names and values that the form of a page of results sends where the button of this id is pressed."""
    form = _Form("search-form", pressed)
    form.feed(page)
    return form.fields
