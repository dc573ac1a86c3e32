"""What happens to files: cut to half, cut to nothing, zeroed, or one bit of them flipped."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

Damage = Callable[[Path], None]


def cut_to_half(path: Path) -> None:
    """Take the second half of a file away, in place, as other processes have it open."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def cut_to_nothing(path: Path) -> None:
    """Leave an empty file."""
    with path.open("r+b") as file:
        file.truncate(0)


def zeroed(path: Path) -> None:
    """Make every byte of a file a zero."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))


def bit_flipped(path: Path) -> None:
    """Flip one bit; which one is drawn by lot, the same for a file of the same kind and size."""
    size = path.stat().st_size
    place, bit = divmod(random.Random(f"{path.suffix} {size}").randrange(size * 8), 8)  # noqa: S311  drawn alike each time
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1 << bit]))


DAMAGES: tuple[Damage, ...] = (cut_to_half, cut_to_nothing, zeroed, bit_flipped)


def files(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder that has anything to lose, by its path inside it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size:
            yield path.relative_to(folder)
