"""Groups of features by number: each is made once, and its features are those of its number."""

from articles.extraction.recognisers.feature_groups import NO_GROUP, KeptGroups, Numbered


def test_a_group_is_made_once_for_what_it_hangs_on():
    asked: list[str] = []

    def features(key):
        asked.append(key)
        return f"w={key}", "b"

    groups = KeptGroups()
    numbered: Numbered[str] = Numbered(features, groups)
    word = [numbered["ann"], numbered["lee"], numbered["ann"]]
    assert asked == ["ann", "lee"]
    assert groups.features_of(word) == ["w=ann", "b", "w=lee", "b", "w=ann", "b"]


def test_no_features_are_the_empty_group():
    groups = KeptGroups()
    numbered: Numbered[str] = Numbered(lambda key: (), groups)
    assert numbered["the"] == NO_GROUP
    assert groups.features_of([NO_GROUP]) == []


def test_forgotten_groups_are_made_anew():
    groups = KeptGroups()
    numbered: Numbered[str] = Numbered(lambda key: (key,), groups)
    first = numbered["ann"]
    numbered.clear()
    assert numbered["ann"] != first
    assert groups.features_of([numbered["ann"]]) == ["ann"]
