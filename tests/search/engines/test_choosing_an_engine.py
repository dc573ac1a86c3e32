"""The engine is a setting, and lives in the folder the settings name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines import get_engine


def test_the_same_folder_has_one_engine(settings, tmp_path):
    assert get_engine() is get_engine()
    engine = get_engine()
    settings.SEARCH_INDEX_DIR = tmp_path / "elsewhere"
    assert get_engine() is not engine


def test_an_unknown_engine_is_refused_in_words(settings):
    settings.SEARCH_ENGINE = "crystal ball"
    with pytest.raises(ImproperlyConfigured, match="crystal ball"):
        get_engine()
