"""The desk's addresses: that of a citation is that of what is cited, behind /cite."""

from django.urls import path, register_converter

from desk.citations.files import FORMATS
from desk.pages import cite


class EndingConverter:
    """The end of the name of a file that a citation can be had as."""

    regex = "|".join(FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(EndingConverter, "ending")

urlpatterns = [
    path("cite/articles/<int:pk>/", cite.article, name="cite-article"),
    path("cite/articles/<int:pk>.<ending:ending>", cite.article, name="cite-article-file"),
    path("cite/articles/<int:pk>/p<int:number>-<slug:digits>/", cite.paragraph, name="cite-paragraph"),
    path(
        "cite/articles/<int:pk>/p<int:number>-<slug:digits>.<ending:ending>", cite.paragraph, name="cite-paragraph-file"
    ),
    path("cite/quotations/<int:pk>/", cite.quotation, name="cite-quotation"),
    path("cite/quotations/<int:pk>.<ending:ending>", cite.quotation, name="cite-quotation-file"),
    path("cite/search/", cite.search, name="cite-search"),
    path("cite/search.<ending:ending>", cite.search, name="cite-search-file"),
]
