"""The API's addresses."""

from django.urls import path

from api.pages.explained import explained
from api.unversioned.views import answer, openapi

urlpatterns = [
    path("api/", explained, name="api"),
    path("api/openapi.json", openapi, name="api-openapi"),
    path("api/search/<str:unit>", answer, name="api-search"),
]
