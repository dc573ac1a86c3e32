"""Who asks, whatever stands in X-Forwarded-For."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.limits.visitor import address_of, identify, secret_key

PEER = "203.0.113.9"
ADDRESSES = [
    # proxies, X-Forwarded-For, what is counted
    (0, None, PEER),
    (0, "198.51.100.1", PEER),  # nobody may say who they are
    (1, None, PEER),
    (1, "198.51.100.1", "198.51.100.1"),
    (1, "10.0.0.1, 198.51.100.1", "198.51.100.1"),  # what stands before it was made up
    (1, ",".join(f"10.0.0.{last}" for last in range(256)) + ",198.51.100.1", "198.51.100.1"),
    (2, "10.0.0.1, 198.51.100.1, 192.0.2.7", "198.51.100.1"),
    (2, "198.51.100.1", "198.51.100.1"),  # fewer than there are proxies
    (5, "a,b,198.51.100.1,d", PEER),
    (1, "198.51.100.1:4711", "198.51.100.1"),
    (1, "[2001:db8:1:2:3:4:5:6]:4711", "2001:db8:1:2::/64"),
    (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    (1, "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
    (1, "2001:db8:1:3::1", "2001:db8:1:3::/64"),
    (1, "fe80::1%eth0", "fe80::/64"),
    (1, "::ffff:198.51.100.1", "198.51.100.1"),
    (1, "", PEER),
    (1, " , ,", PEER),
    (1, "unknown", PEER),
    (1, "198.51.100.1, <script>", PEER),
    (1, "198.51.100.1, 999.1.1.1", PEER),
    (1, "198.51.100.1, [", PEER),
    (1, "198.51.100.1, \x00", PEER),
    (1, "1" * 100_000, PEER),
    (1, "," * 100_000, PEER),
    (1, "١٩٢.0.2.1", PEER),
]


@pytest.mark.parametrize(("proxies", "forwarded", "counted"), ADDRESSES)
def test_an_address_is_what_the_proxies_say_and_nobody_else(rf, settings, proxies, forwarded, counted):
    settings.PROXIES = proxies
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    assert address_of(rf.get("/", REMOTE_ADDR=PEER, **headers)) == counted


@pytest.mark.parametrize("peer", ["", "a socket"])
def test_a_peer_without_an_address_is_one_visitor(rf, settings, peer):
    settings.PROXIES = 0
    assert address_of(rf.get("/", REMOTE_ADDR=peer)) == "unknown"


def test_made_up_entries_make_no_new_visitor(rf, settings):
    settings.PROXIES = 1
    keys = {identify(rf.get("/", HTTP_X_FORWARDED_FOR=f"10.0.0.{last}, 198.51.100.1")).key for last in range(50)}
    assert len(keys) == 1


def test_nothing_of_an_address_or_a_name_can_be_read_in_a_key():
    keys = {secret_key("address", PEER), secret_key("account", PEER), secret_key("address", f"{PEER} ")}
    assert len(keys) == 3
    assert all(len(key) == 32 and PEER not in key for key in keys)


def test_who_is_signed_in_is_counted_by_the_account_wherever_they_are(client, rf, django_user_model, db, settings):
    user = django_user_model.objects.create_user("edith")
    here, there = rf.get("/", REMOTE_ADDR=PEER), rf.get("/", REMOTE_ADDR="198.51.100.1")
    for request in (here, there):
        request.user = user
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert identify(here) == identify(there)
    assert identify(here).signed_in


def test_a_cookie_alone_makes_nobody_signed_in(rf, settings):
    request = rf.get("/", REMOTE_ADDR=PEER)
    stranger = identify(request)
    request.user = AnonymousUser()
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "made up"
    assert identify(request) == stranger
