"""Which address leads where."""

from django.contrib import admin
from django.urls import include, path

from newsroom.design import components
from newsroom.health import health

urlpatterns = [
    path("", include("articles.urls")),
    path("", include("search.urls")),
    path("health/", health, name="health"),
    path("design/", components, name="design"),
    path("admin/", admin.site.urls),
]
