"""Settings of every environment, read from environment variables or the file .env beside manage.py.

`make run` writes a .env for a first look at the archive. Without one, or with DEBUG off, nothing is assumed: the secret
key and the allowed hosts must be given, or the program refuses to start.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set: give the environment a long random one (make run writes one).")
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set: name the hosts this archive is served under.")

# Where the database, the search index and other things of this installation are kept.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "newsroom",
    "accounts",
    "articles",
    "search",
    "api",
    "desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.no_store.NoStoreMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.sessions.SeenMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "newsroom.busy.BusyMiddleware",
    "articles.pages.gone.GoneMiddleware",
    "newsroom.renamed_parameters.RenamedParametersMiddleware",
    "api.authentication.TokenMiddleware",
    "newsroom.limited.LimiterMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.doorway.may_in_templates",
                "articles.pages.menu.desk_menu",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'archive.sqlite3'}")}
LONGEST_WAIT = 5  # seconds for which a writer waits for another one, before it is answered that the archive is busy
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # a writer waits its turn at the start, not after it has read
        "timeout": LONGEST_WAIT,  # SQLite's busy_timeout
        # What is deleted is overwritten, so that nothing of an erased article stays in the file.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
    }
    # A file, not memory: tests meet the same locks as the archive does.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    options = DATABASES["default"].setdefault("OPTIONS", {})
    options["options"] = f"-c lock_timeout={LONGEST_WAIT}s {options.get('options', '')}".strip()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # a form that is carried through the sign-in is not lost there
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody is written to whom the archive does not know
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator gives the address
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "change_password": "accounts.forms.PasswordChangeForm",
    "reset_password": "accounts.forms.ForgottenForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_RATE_LIMITS = False  # accounts.limits counts, for all processes together
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_ENABLED = False
CSRF_FAILURE_VIEW = "accounts.pages.stale_form.stale_form"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "articles"
LOGOUT_REDIRECT_URL = "articles"

# The languages of the interface; a browser gets the one it prefers, and the first of them where it prefers none.
LANGUAGE_NAMES = {"en-gb": "English", "de": "Deutsch"}  # those that there are words in
INTERFACE_LANGUAGES = env.list("INTERFACE_LANGUAGES", default=["en-gb"])
if not INTERFACE_LANGUAGES or not LANGUAGE_NAMES.keys() >= set(INTERFACE_LANGUAGES):
    raise ImproperlyConfigured(f"INTERFACE_LANGUAGES are some of {', '.join(LANGUAGE_NAMES)}, with commas between.")
LANGUAGES = [(code, LANGUAGE_NAMES[code]) for code in INTERFACE_LANGUAGES]
LANGUAGE_CODE = INTERFACE_LANGUAGES[0]
LOCALE_PATHS = [BASE_DIR / "locale"]
if len(LANGUAGES) > 1:  # with one, pages vary with nothing that a browser says
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.common.CommonMiddleware"), "django.middleware.locale.LocaleMiddleware"
    )
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
ADMIN_SITE = env.bool("ADMIN_SITE", default=False)  # Django's own pages of administration, at /admin/
# Mail goes by the server of EMAIL_URL (smtp+tls://user:password@mail.example:587); without one none is sent.
EMAIL_URL = env.str("EMAIL_URL", default="")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="newsroom@localhost")
SENDS_MAIL = bool(EMAIL_URL)
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 10  # seconds
if SENDS_MAIL:
    try:
        globals().update(env.email_url("EMAIL_URL"))
    except ImproperlyConfigured as error:
        sentence = "EMAIL_URL is no mail server: write smtp+tls://user:password@mail.example:587, or leave it out."
        raise ImproperlyConfigured(sentence) from error

BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if not DEBUG:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=3600)

SEARCH_ENGINE = env.str("SEARCH_ENGINE", default="whoosh")
SEARCH_INDEX_DIR = Path(env.str("SEARCH_INDEX_DIR", default=str(VAR_DIR / "index")))

# Who finds the people of an article: "builtin", or "spacy:" and the name or folder of an installed spaCy pipeline.
PEOPLE_RECOGNISER = env.str("PEOPLE_RECOGNISER", default="builtin")

# How much of one file is imported, and how many of the sentences on what was wrong are written.
IMPORT_MAX_BYTES = env.int("IMPORT_MAX_BYTES", default=10_000_000_000)
IMPORT_MAX_LINES = env.int("IMPORT_MAX_LINES", default=2_000_000)
IMPORT_PROBLEMS_SHOWN = env.int("IMPORT_PROBLEMS_SHOWN", default=20)
if min(IMPORT_MAX_BYTES, IMPORT_MAX_LINES, IMPORT_PROBLEMS_SHOWN) < 1:
    raise ImproperlyConfigured("IMPORT_MAX_BYTES, IMPORT_MAX_LINES and IMPORT_PROBLEMS_SHOWN are numbers from 1 on.")

# Who may ask how much: the limiter (accounts/limits/). A rate is "120/minute", "20/10 minutes", several with ; between.
LIMITS = env.bool("LIMITS", default=True)
LIMITS_FILE = Path(env.str("LIMITS_FILE", default=str(VAR_DIR / "limits.sqlite3")))
PROXIES = env.int("PROXIES", default=BEHIND_PROXY)
LIMIT_RATES = {
    "search": env.str("LIMIT_SEARCH", default="180/minute"),
    "suggestions": env.str("LIMIT_SUGGESTIONS", default="300/minute"),
    "exports": env.str("LIMIT_EXPORTS", default="20/10 minutes"),
    "feeds": env.str("LIMIT_FEEDS", default="60/minute"),
    "api": env.str("LIMIT_API", default="180/minute"),
    "mail": env.str("LIMIT_MAIL", default="5/hour"),
    "seconds": env.str("LIMIT_SECONDS", default="150/5 minutes"),
    "sign_in": env.str("LIMIT_SIGN_IN", default="5/5 minutes"),
    "sign_in_address": env.str("LIMIT_SIGN_IN_ADDRESS", default="20/10 minutes"),
}
LIMIT_SIGNED_IN_FACTOR = env.int("LIMIT_SIGNED_IN_FACTOR", default=5)
EXPORTS_A_VISITOR = env.int("EXPORTS_A_VISITOR", default=2)  # that run at once; 0 for any number
EXPORTS_AT_ONCE = env.int("EXPORTS_AT_ONCE", default=4)
if PROXIES < 0 or LIMIT_SIGNED_IN_FACTOR < 1:
    raise ImproperlyConfigured("PROXIES is a number from 0 on, and LIMIT_SIGNED_IN_FACTOR one from 1 on.")

# Work that outlasts a request: where tasks are put (accounts/jobs/), and for how many days one that ended is shown.
TASKS = {"default": {"BACKEND": "accounts.jobs.backend.JobBackend"}}
JOBS_KEPT_DAYS = env.int("JOBS_KEPT_DAYS", default=90)
if JOBS_KEPT_DAYS < 1:
    raise ImproperlyConfigured("JOBS_KEPT_DAYS is a number of days, from 1 on.")
# From how many rows on a search's page offers to have its file made by a job, and for how many days that is kept.
LONG_FILE_ROWS = env.int("LONG_FILE_ROWS", default=20_000)
FILES_KEPT_DAYS = env.int("FILES_KEPT_DAYS", default=7)
if LONG_FILE_ROWS < 0 or FILES_KEPT_DAYS < 1:
    raise ImproperlyConfigured(
        "LONG_FILE_ROWS is a number of rows, from 0 on, and FILES_KEPT_DAYS one of days, from 1 on."
    )
JOB_OFFERS = ["articles.findings.reextraction_job.OFFER"]  # the jobs that may be started on the page of jobs
