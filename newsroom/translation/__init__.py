"""Words of the interface in other languages: which are marked, and the catalogues that translate them.

marked.py      the words that templates and code mark for translation
catalogues.py  a catalogue (locale/de/LC_MESSAGES/django.po), brought up to date, compiled and checked

Babel does what the tools of GNU gettext would, so that a fresh checkout needs none.
"""
