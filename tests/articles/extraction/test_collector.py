"""The garbage collector rests while an article is extracted, and works again afterwards."""

import gc

import pytest

from articles.extraction.collector import collector_at_rest


def test_it_rests_and_works_again():
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error():
    with pytest.raises(ValueError), collector_at_rest():
        raise ValueError
    assert gc.isenabled()


def test_where_it_did_not_work_it_is_left_so():
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
