"""“It” beside words between marks goes on with what the sentences before are about."""

import pytest

from tests.articles.extraction.quotations.quotations_found import first_speakers


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        (("The Harbour Council has left the talks. “We tried all we could for years,” it said.",), "Harbour Council"),
        (
            (
                "The Harbour Council has left. It added that it will now “focus on the people who live here”.",
                "“In general, the quays are not what they were,” it said.",
            ),
            "Harbour Council",
        ),
        # who asks is not who answers
        (
            ("The Harbour Courier asked Lindau Ferries about the leak. “We take it very seriously,” it said.",),
            "it",
        ),
        (("Maria Keller has left the talks. “We tried all we could for years,” it said.",), "it"),
    ],
)
def test_it_beside_marks_goes_on_with_what_the_sentences_before_are_about(texts, speaker):
    assert first_speakers(*texts)[-1][1] == speaker
