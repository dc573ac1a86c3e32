"""Which address leads where."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from newsroom.design import components
from newsroom.health import health

urlpatterns = [
    path("", include("accounts.urls")),
    path("", include("articles.urls")),
    path("", include("search.urls")),
    path("", include("api.urls")),
    path("", include("desk.urls")),
    path("", include("accounts.jobs.urls")),
    path("health/", health, name="health"),
    path("design/", components, name="design"),
]
if settings.ADMIN_SITE:
    urlpatterns.append(path("admin/", admin.site.urls))
