"""/admin/ is closed unless the setting opens it."""

import pytest

pytestmark = pytest.mark.django_db


def test_it_is_closed(admin_client):
    assert admin_client.get("/admin/").status_code == 404


def test_a_setting_opens_it(admin_client, admin_site):
    assert admin_client.get("/admin/").status_code == 200
