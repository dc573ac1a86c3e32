"""The archive's addresses."""

from django.urls import include, path

from articles.pages.article import article
from articles.pages.articles import articles
from articles.pages.conflicts import conflicts, decide_conflict
from articles.pages.correct import CorrectValue
from articles.pages.corrections_feed import corrections_feed
from articles.pages.corrections_table import corrections_csv, corrections_jsonl
from articles.pages.countries import countries, country
from articles.pages.coverage import coverage_page, publisher_coverage_page
from articles.pages.edit_person import EditPerson
from articles.pages.editing.quotation_people import CorrectSpeakers, CorrectSubjects
from articles.pages.history import article_history, corrections, person_history, quotation_history
from articles.pages.join_people import JoinPeople
from articles.pages.list_files import articles_file, countries_file, people_file, publishers_file
from articles.pages.mark_switches import switch_marks
from articles.pages.merge_candidates import PUBLISHERS, decide_merge, merge_candidates, moved
from articles.pages.paragraphs import paragraph
from articles.pages.people import people, person, suggested
from articles.pages.publishers import name, publisher, publishers
from articles.pages.quotations import quotation
from articles.pages.revert import RevertCorrection
from articles.pages.split_person import SplitPerson
from articles.pages.to_look_at import findings_to_look_at
from articles.pages.versions import version, versions
from articles.pages.withdrawing import EraseArticle, RestoreArticle, WithdrawArticle, withdrawn

urlpatterns = [
    path("", articles, name="front"),
    path("articles/", articles, name="articles"),
    path("articles.<str:ending>", articles_file, name="articles-file"),
    path("articles/<int:pk>/", article, name="article"),
    path("articles/<int:pk>/correct/<slug:field>/", CorrectValue.as_view(), name="correct"),
    path("articles/<int:pk>/history/", article_history, name="article-history"),
    path("articles/<int:pk>/p<int:number>/", paragraph, name="paragraph"),
    path("articles/<int:pk>/p<int:number>-<slug:digits>/", paragraph, name="paragraph-as-it-was"),
    path("corrections/", corrections, name="corrections"),
    path("articles/<int:pk>/versions/", versions, name="article-versions"),
    path("articles/<int:pk>/versions/<int:number>/", version, name="article-version"),
    path("corrections/conflicts/", conflicts, name="conflicts"),
    path("corrections/conflicts/<int:pk>/", decide_conflict, name="decide-conflict"),
    path("corrections/corrections.csv", corrections_csv, name="corrections-csv"),
    path("corrections/corrections.jsonl", corrections_jsonl, name="corrections-jsonl"),
    path("corrections/feed/", corrections_feed, name="corrections-feed"),
    path("corrections/<int:pk>/revert/", RevertCorrection.as_view(), name="revert"),
    path("articles/<int:pk>/withdraw/", WithdrawArticle.as_view(), name="withdraw-article"),
    path("articles/<int:pk>/restore/", RestoreArticle.as_view(), name="restore-article"),
    path("corrections/to-look-at/", findings_to_look_at, name="to-look-at"),
    path("articles/<int:pk>/erase/", EraseArticle.as_view(), name="erase-article"),
    path("corrections/withdrawn/", withdrawn, name="withdrawn"),
    path("", include("articles.pages.editing.addresses")),
    path("marks/", switch_marks, name="switch-marks"),
    path("quotations/<int:pk>/", quotation, name="quotation"),
    path("quotations/<int:pk>/correct-speaker/", CorrectSpeakers.as_view(), name="correct-speaker"),
    path("quotations/<int:pk>/correct-about/", CorrectSubjects.as_view(), name="correct-about"),
    path("quotations/<int:pk>/history/", quotation_history, name="quotation-history"),
    path("people/", people, name="people"),
    path("people.<str:ending>", people_file, name="people-file"),
    path("people/suggest/", suggested, name="suggested-people"),
    path("people/merge-candidates/", merge_candidates, name="merge-candidates"),
    path("people/merge-candidates/<int:pk>/", decide_merge, name="decide-merge"),
    path("people/offers/", moved),
    path("people/offers/<int:pk>/", moved),
    path("people/<int:pk>/", person, name="person"),
    path("people/<int:pk>/history/", person_history, name="person-history"),
    path("people/<int:pk>/edit/", EditPerson.as_view(), name="edit-person"),
    path("people/<int:pk>/edit/<slug:what>/", EditPerson.as_view(), name="correct-person"),
    path("people/<int:pk>/split/", SplitPerson.as_view(), name="split-person"),
    path("people/<int:pk>/join/", JoinPeople.as_view(), name="join-person"),
    path("publishers/", publishers, name="publishers"),
    path("publishers.<str:ending>", publishers_file, name="publishers-file"),
    path("publishers/merge-candidates/", merge_candidates, {"of": PUBLISHERS}, name="publisher-candidates"),
    path("publishers/merge-candidates/<int:pk>/", decide_merge, {"of": PUBLISHERS}, name="decide-publishers"),
    path("publishers/<str:slug>/", publisher, name="publisher"),
    path("publishers/<str:slug>/name/", name, name="name-publisher"),
    path("coverage/", coverage_page, name="coverage"),
    path("coverage/<str:slug>/", publisher_coverage_page, name="publisher-coverage"),
    path("countries/", countries, name="countries"),
    path("countries.<str:ending>", countries_file, name="countries-file"),
    path("countries/<slug:code>/", country, name="country"),
]
