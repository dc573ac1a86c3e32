"""What the project's pages point at is there: the paths, modules, names, commands, addresses and links of every *.md.

A path is looked for beside its page, in every folder above it, and below the folders that the page names in full.
Blocks of code are read for commands alone. The change log is left out, since it tells of what is gone.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from tests.conftest import ROOT

NOT_OURS = {"var", "staticfiles", "shared"}  # made beside the program, in no clone
MADE = ("var/", "shared/", ".env", ".venv")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
TICKED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
FILE = re.compile(r"\w\.(?:py|md|toml|tsv|txt|html|css|js|json|png|svg|crfsuite)$")
ADDRESS = re.compile(r"(/[\w./-]*)(?:\?.*)?")
MODULE = re.compile(r"(?:accounts|api|articles|newsroom|search|tests)(?:\.\w+)+")
NAME = re.compile(r"(?:\w+\.)*(\w*(?:_|[a-z][A-Z])\w*|[A-Z]\w+)(?:\(\))?")
COMMAND = re.compile(r"manage\.py ([a-z]\w+)")
RUN = re.compile(r"-m ((?:accounts|api|articles|search|tests)[\w.]+)")
MAKE = re.compile(r"(?:`|^ *)make ([a-z]+)", re.MULTILINE)


def pages() -> list[Path]:
    folders = [ROOT / name for name in tops()]
    found = [*ROOT.glob("*.md"), *(page for folder in folders for page in folder.rglob("*.md"))]
    return sorted(page for page in found if page.name != "CHANGELOG.md")


def tops() -> list[str]:
    return [one.name for one in ROOT.iterdir() if one.is_dir() and one.name not in NOT_OURS and one.name[0] != "."]


@cache
def words_of_the_source() -> frozenset[str]:
    """Return every word of the program, its tests and its templates, and what their files are called."""
    kinds = ("*.py", "*.html", "*.js", "*.tsv")
    files = [file for top in tops() for kind in kinds for file in (ROOT / top).rglob(kind) if file != Path(__file__)]
    texts = [file.read_text() for file in [*files, ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / "manage.py"]]
    return frozenset(re.findall(r"\w+", " ".join([*texts, *(file.stem for file in files)])))


def missing(page: Path) -> list[str]:
    """Return what a page names and the tree does not have."""
    text = page.read_text()
    named = TICKED.findall(FENCED.sub("", text))
    return [
        *(name for name in named if not has(page, name)),
        *(
            f"{path}#{part}"
            for path, part in LINK.findall(text)
            if "://" not in path and not leads_on(page, path, part)
        ),
        *(f"manage.py {name}" for name in COMMAND.findall(text) if name not in {*get_commands(), "help"}),
        *(f"-m {name}" for name in RUN.findall(text) if not is_module(name)),
        *(f"make {name}" for name in MAKE.findall(text) if not is_target(name)),
    ]


def has(page: Path, name: str) -> bool:
    """Say whether the tree has what stands between two backticks; what looks like nothing of it counts as had."""
    if (address := ADDRESS.fullmatch(name)) and "…" not in name:
        return leads_somewhere(address[1])
    if MODULE.fullmatch(name) and not FILE.search(name):
        return is_module(name) or (is_module(name.rpartition(".")[0]) and is_word(name))
    if PATH.fullmatch(name) and is_path(page, name):
        return exists(page, name)
    return not NAME.fullmatch(name) or is_word(name.removesuffix("()"))


def is_path(page: Path, name: str) -> bool:
    """Say whether a name is meant as a path: it ends like a file or folder, or begins with a folder that there is."""
    first, slash, _ = name.partition("/")
    return bool(slash and exists(page, first)) or name.endswith("/") or bool(FILE.search(name))


def exists(page: Path, path: str) -> bool:
    above = [folder for folder in page.parents if folder.is_relative_to(ROOT)]
    if path.startswith(MADE) or any(next(folder.glob(path), None) for folder in above):
        return True
    return any(next(folder.rglob(path), None) for folder in folders_named_on(page))


@cache
def folders_named_on(page: Path) -> frozenset[Path]:
    """Return the folders of the paths and modules that a page names in full, but for the tops of the tree."""
    named = TICKED.findall(FENCED.sub("", page.read_text()))
    paths = [ROOT / (name.replace(".", "/") if MODULE.fullmatch(name) else name) for name in named if "*" not in name]
    folders = [path if path.is_dir() else path.parent for path in paths if path.exists()]
    return frozenset(folder for folder in folders if ROOT in folder.parents and folder.parent != ROOT)


def leads_on(page: Path, path: str, part: str) -> bool:
    """Say whether a link leads to a file that is there and, where it names a part of a page, to one of its headings."""
    target = page.parent / path if path else page
    return target.exists() and (not part or part in map(anchor, HEADING.findall(target.read_text())))


def anchor(heading: str) -> str:
    """Return the name by which a link leads to a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def leads_somewhere(address: str) -> bool:
    try:
        return bool(resolve(address))
    except Resolver404:
        return False


def is_module(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


def is_word(name: str) -> bool:
    return name.rpartition(".")[2] in words_of_the_source()


def is_target(name: str) -> bool:
    return re.search(rf"^{name}:", (ROOT / "Makefile").read_text(), re.MULTILINE) is not None


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_is_there(admin_site, page):
    assert missing(page) == []


@pytest.mark.parametrize(
    "name",
    [
        "search/engines/gone.py",
        "gone/",
        "gone.md",
        "tests/gone/test_*.py",
        "articles.sources.gone_by",
        "search.gone.away",
        "ClassThatIsGone",
        "/gone/",
    ],
)
def test_what_is_gone_is_seen(name):
    page = ROOT / "docs" / "settings.md"
    assert not has(page, name)


@pytest.mark.parametrize(("path", "part"), [("gone.md", ""), ("api.md", "gone"), ("", "gone")])
def test_a_link_to_what_is_gone_is_seen(path, part):
    assert not leads_on(ROOT / "docs" / "settings.md", path, part)


def test_what_is_no_path_is_left_alone():
    page = ROOT / "docs" / "settings.md"
    assert all(has(page, name) for name in ("said", "AND", "in:quotes", "not_person=5", "/search/opened/…", "and/or"))
