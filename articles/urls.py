"""The archive's addresses."""

from django.urls import path

from articles.pages.article import article
from articles.pages.articles import articles

urlpatterns = [
    path("", articles, name="front"),
    path("articles/", articles, name="articles"),
    path("articles/<int:pk>/", article, name="article"),
]
