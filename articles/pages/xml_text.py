"""Text that can stand in XML, for feeds."""

import re

NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no place for


def xml_text(text: str) -> str:
    """Return a text without what can't stand in XML; for XML it is escaped when it is written."""
    return NO_XML.sub("", text)
