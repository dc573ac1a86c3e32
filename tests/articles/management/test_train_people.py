"""`manage.py train_people`: what it says where the training sets are not."""

import pytest
from django.core.management import CommandError, call_command


def test_missing_sets_are_said_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="The training sets cannot be read"):
        call_command("train_people", "--folder", str(tmp_path), "--to", str(tmp_path / "weights"))
