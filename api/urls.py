"""The API's addresses."""

from django.urls import path
from django.views.generic import RedirectView

from api.pages.explained import explained
from api.unversioned.views import answer
from api.unversioned.views import openapi as unversioned_openapi
from api.v1.api import urls as v1_urls
from api.v1.description import openapi

urlpatterns = [
    path("api/", explained, name="api"),
    path("api/v1/", RedirectView.as_view(pattern_name="api"), name="api-v1"),
    path("api/v1/openapi.json", openapi, name="api-v1-openapi"),
    path("api/v1/", v1_urls),
    path("api/openapi.json", unversioned_openapi, name="api-openapi"),
    path("api/search/<str:unit>", answer, name="api-search"),
]
