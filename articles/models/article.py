"""Articles: one published piece each, with what is known of it."""

from django.db import models
from django.urls import reverse

from articles.models.publisher import named_as_another, renamed_only

STAND_IN_LENGTH = 80


class ShownArticles(models.Manager["Article"]):
    """The articles that the archive shows: all but those that are withdrawn."""

    def get_queryset(self) -> models.QuerySet["Article"]:
        return super().get_queryset().filter(withdrawn=False)


class Article(models.Model):
    """One published piece.

    The columns hold what pages show: the corrected value where an editor gave one, else the imported one. `imported`
    keeps the values as they came (the layer beneath), so that importing again never costs a correction.

    An empty string or NULL says that the article does not tell; nothing is guessed in its place. `published` is ISO
    8601 at the precision the article gives ("2016", "2016-09-20", "2016-09-20T13:00+01:00"); `published_from` is the
    instant it begins at, in UTC, to sort and filter by. `published_doubt` is a sentence on why the date that its source
    gives is unknown, or can't be so; a doubted date is shown as doubted, and has no instant: it counts as none in every
    order and filter. `named_as` is the publisher that the article names, where
    another one is shown since the two were merged. `revision` counts every change; forms carry the one they saw.

    A `withdrawn` article keeps its row, emptied of all it said (articles/withdrawal/). `Article.objects` leaves it out;
    `Article.every` has it, for those who must know that it was there.
    """

    source_id = models.CharField(max_length=500, unique=True, null=True, blank=True)
    content_hash = models.CharField(max_length=64, db_index=True)
    file_name = models.CharField(max_length=300, blank=True)
    url = models.TextField(blank=True)

    title = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    byline = models.TextField(blank=True)
    publisher = models.ForeignKey("articles.Publisher", null=True, blank=True, on_delete=models.PROTECT)
    named_as = named_as_another()
    published = models.CharField(max_length=40, blank=True)
    published_from = models.DateTimeField(null=True, blank=True, db_index=True)
    published_doubt = models.CharField(max_length=300, blank=True, default="")
    section = models.ForeignKey(
        "articles.Section", null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="articles"
    )
    language = models.CharField(max_length=35, blank=True)

    imported = models.JSONField(default=dict)
    imported_at = models.DateTimeField(auto_now_add=True)
    extractor_version = models.CharField(max_length=40, blank=True)
    findings_digest = models.BinaryField(max_length=16, null=True, editable=False)  # of what was found last
    last_number = models.PositiveIntegerField(default=0)  # the highest number a paragraph was ever given
    revision = models.PositiveIntegerField(default=0)
    quotation_count = models.PositiveIntegerField(default=0)
    withdrawn = models.BooleanField(default=False, db_default=False)

    objects = ShownArticles()
    every = models.Manager["Article"]()

    class Meta:
        ordering = [models.F("published_from").desc(nulls_last=True), "-pk"]
        indexes = [
            models.Index(fields=["file_name"], condition=models.Q(source_id=None), name="article_without_id_by_file"),
            models.Index(fields=["publisher", "-published_from"], name="article_of_publisher_by_date"),
            models.Index(fields=["section", "-published_from"], name="article_of_section_by_date"),
            renamed_only("article"),
            models.Index(
                fields=["withdrawn"], name="article_withdrawn"
            ),  # counting those that are not reads this alone
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(published="", published_from__isnull=True)
                | (~models.Q(published_doubt="") & models.Q(published_from__isnull=True))
                | (~models.Q(published="") & models.Q(published_doubt="", published_from__isnull=False)),
                name="article_date_and_its_instant_unless_doubted",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.stand_in_title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def stand_in_title(self) -> str:
        """The article's first words, to call it by where it has no title; pages show that it is a stand-in."""
        opening = self.opening
        if len(opening) <= STAND_IN_LENGTH:
            return opening or f"Article {self.pk}"
        return opening[:STAND_IN_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"

    @property
    def opening(self) -> str:
        """The text of the first body paragraph, or nothing; list pages annotate it as `opening_text`."""
        if hasattr(self, "opening_text"):
            return self.opening_text or ""
        first = self.paragraphs.filter(kind="body").order_by("position").values_list("text", flat=True).first()
        return first or ""

    @property
    def missing(self) -> list[str]:
        """Name what the article does not tell and editors are asked for."""
        known = {
            "title": self.title,
            "date": self.published_from,
            "publisher": self.publisher_id,
            "byline": self.byline,
        }
        return [name for name, value in known.items() if not value]
