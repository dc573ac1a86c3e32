"""The page of settings describes every variable that is read, with its default, and no other."""

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT

CODE = ("manage.py", "newsroom", "accounts", "api", "articles", "search")
READERS = {"environ.get", "environ.setdefault", "getenv"}
ROW = re.compile(r"\| `([A-Z_]+)` \|.*\| (?:`([^`]+)`|none) \|")
MAKE_DEFAULT = re.compile(r"^([A-Z]+) \?= (.*)$", re.MULTILINE)


def described(heading: str) -> dict[str, str]:
    """Return the variables of the first table after a heading, each with its default; none is an empty text."""
    page = (ROOT / "docs" / "settings.md").read_text()
    table = page.split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    return {row[1]: row[2] or "" for row in ROW.finditer(table)}


def read_in_code() -> dict[str, str]:
    files = [file for top in CODE for file in (ROOT / top).rglob("*.py")] + [ROOT / "manage.py"]
    return dict(found for file in files for found in reads(ast.parse(file.read_text())))


def reads(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield each environment variable that the code reads, and its default as the page writes it."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Attribute(ast.Name("env")), [ast.Constant(str(name))], keywords):
                yield name, next((written(word.value) for word in keywords if word.arg == "default"), "")
            case ast.Call(ast.Name("env"), [ast.Constant(str(name))], keywords):
                yield name, next((written(word.value) for word in keywords if word.arg == "default"), "")
            case ast.Call(function, [ast.Constant(str(name)), *rest]) if reads_environment(function):
                yield name, written(rest[0]) if rest else ""
            case ast.Subscript(ast.Attribute(attr="environ"), ast.Constant(str(name))):
                yield name, ""


def reads_environment(function: ast.expr) -> bool:
    return ast.unparse(function).removeprefix("os.") in READERS


def written(default: ast.expr) -> str:
    """Write a default as one would set it: 0 and 1 for booleans, folders joined by slashes."""
    match default:
        case ast.Constant(bool(value)):
            return str(int(value))
        case ast.Constant(value):
            return str(value)
        case ast.List(items):
            return ",".join(map(written, items))
        case ast.Name(name):
            return name
        case ast.BinOp(folder, ast.Div(), name):
            return f"{written(folder)}/{written(name)}"
        case ast.Call(ast.Name("str"), [value]) | ast.FormattedValue(value):
            return written(value)
        case ast.JoinedStr(parts):
            return "".join(map(written, parts))
    raise AssertionError(f"no default that a page can name: {ast.unparse(default)}")


def test_every_variable_that_is_read_is_described_with_its_default_and_no_other():
    assert described("# Settings") == read_in_code()


def test_the_variables_of_make_are_described_with_their_defaults():
    defaults = dict(MAKE_DEFAULT.findall((ROOT / "Makefile").read_text()))
    assert described("## Of `make`") == defaults | {"ARGS": ""}


def test_the_reading_of_code_sees_every_way_to_ask_the_environment():
    code = """
env.bool("ONE", default=False), env("TWO"), os.environ["THREE"], os.environ.get("FOUR", "4"), os.getenv("FIVE")
env.str("SIX", default=str(VAR_DIR / "six")), env.list("SEVEN", default=[]), env.int("EIGHT", default=8)
"""
    expected = {"ONE": "0", "TWO": "", "THREE": "", "FOUR": "4", "FIVE": "", "SIX": "VAR_DIR/six", "SEVEN": ""}
    assert dict(reads(ast.parse(code))) == expected | {"EIGHT": "8"}
