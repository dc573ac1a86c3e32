"""Bytes → text: UTF-8 as files are today, else the Windows code page of older ones, and it is said which."""

import codecs

from .source_article import UnreadableRecordError


def decode(data: bytes) -> tuple[str, str | None]:
    """Return the text and, where it was not UTF-8, a remark on how it was read.

    Raises UnreadableRecordError for bytes that are no text.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), None
    if (zero := data.find(0)) >= 0:
        raise UnreadableRecordError(f"it is no text: byte {zero} is zero")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        remark = f"it is not UTF-8 (byte {error.start}) and was read as Windows-1252"
        return data.decode("cp1252", errors="replace"), remark
