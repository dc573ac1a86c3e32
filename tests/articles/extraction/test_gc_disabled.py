"""The garbage collector rests while an article is extracted, and works again afterwards."""

import gc

import pytest

from articles.extraction.gc_disabled import gc_disabled


def test_it_rests_and_works_again():
    with gc_disabled():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error():
    with pytest.raises(ValueError), gc_disabled():
        raise ValueError
    assert gc.isenabled()


def test_where_it_did_not_work_it_is_left_so():
    gc.disable()
    try:
        with gc_disabled():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
