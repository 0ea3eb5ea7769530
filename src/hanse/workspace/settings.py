"""How is Django set up? From `hanse.workspace.configuration`, and nothing else."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from hanse.workspace import configuration

HERE = Path(__file__).resolve().parent
HANSE_HOME = configuration.home()
HANSE_OPEN_TO_PUBLIC = configuration.on("HANSE_OPEN_TO_PUBLIC")
HANSE_ADMIN_EMAIL = configuration.read("HANSE_ADMIN_EMAIL")
HANSE_REQUIRE_SECOND_FACTOR = configuration.second_factor()
HANSE_LINK_HOURS = configuration.number("HANSE_LINK_HOURS")
HANSE_MAX_FILE_BYTES = int(configuration.number("HANSE_MAX_FILE_MB") * 1_000_000)
HANSE_DATA_LICENCE = configuration.read("HANSE_DATA_LICENCE")
HANSE_ADDRESS = configuration.read("HANSE_ADDRESS").rstrip("/")
HANSE_LISTENS_AT = configuration.listens_at()

SECRET_KEY = configuration.secret_key(HANSE_HOME)
DEBUG = configuration.on("HANSE_DEBUG")
_address = urlsplit(HANSE_ADDRESS)
ALLOWED_HOSTS = [_address.hostname or "*", "localhost", "127.0.0.1", "[::1]"]
CSRF_FAILURE_VIEW = "hanse.workspace.front.without_key"
CSRF_TRUSTED_ORIGINS = [HANSE_ADDRESS] if HANSE_ADDRESS else []

INSTALLED_APPS = [
    "hanse.workspace.accounts",
    "hanse.workspace.audit",
    "hanse.workspace.jobs",
    "hanse.workspace.mail",
    "hanse.workspace.documents",
    "hanse.workspace.campaigns",
    "hanse.workspace.lineage",
    "hanse.workspace.registry",
    "hanse.workspace.evidence",
    "hanse.workspace.citations",
    "hanse.workspace.visibility",
    "hanse.workspace.processes",
    "hanse.workspace.focal_points",
    "hanse.workspace.pledges",
    "hanse.workspace.statements",
    "hanse.workspace.engagements",
    "hanse.workspace.surveys",
    "hanse.workspace.actors",
    "hanse.workspace.briefings",
    "hanse.workspace.impact",
    "hanse.workspace.news",
    "hanse.workspace.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "hanse.workspace.accounts.middleware.PagesAreReadOrSent",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hanse.workspace.accounts.speaking.InTheReadersLanguage",
    "hanse.workspace.accounts.middleware.StrangersSayLittle",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hanse.workspace.accounts.middleware.SignInMiddleware",
    "hanse.workspace.accounts.second_factor.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "hanse.workspace.accounts.middleware.NoNought",
]

ROOT_URLCONF = "hanse.workspace.urls"
WSGI_APPLICATION = "hanse.workspace.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hanse.workspace.accounts.rights.context",
                "hanse.workspace.accounts.speaking.context",
            ],
            "builtins": ["hanse.workspace.accounts.templatetags.rights"],
        },
    }
]

DATABASES = {"default": configuration.database(configuration.read("HANSE_DATABASE_URL"), HANSE_HOME)}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, so that the threads and processes of a test see one database, as they do when served.
    DATABASES["default"]["TEST"] = {"NAME": Path(tempfile.gettempdir()) / f"hanse-test-{os.getpid()}.sqlite3"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "hanse.workspace.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "hanse.workspace.accounts.passwords.NotCommon"},
    {"NAME": "hanse.workspace.accounts.passwords.NotANumber"},
    {"NAME": "hanse.workspace.accounts.passwords.NotOnesOwnName"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "hanse.workspace.focal_points.adapter.ByPost"
ACCOUNT_FORMS = {
    "login": "hanse.workspace.accounts.forms.SignIn",
    "change_password": "hanse.workspace.accounts.forms.ChangePassword",
    "reauthenticate": "hanse.workspace.accounts.forms.GivePasswordAgain",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}
MFA_ADAPTER = "hanse.workspace.accounts.adapter.SecondFactor"
MFA_FORMS = {
    "authenticate": "hanse.workspace.accounts.forms.GiveCode",
    "reauthenticate": "hanse.workspace.accounts.forms.GiveCodeAgain",
    "activate_totp": "hanse.workspace.accounts.forms.SetUpFactor",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation reached it
MFA_TOTP_TOLERANCE = 1
CACHES = {
    "default": {
        # Of one process, which answers all requests: tries at sign-in are counted here, so nothing may crowd them out.
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("fr", "français"),
    ("es", "español"),
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("ru", "русский"),
]
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = ["hanse.workspace.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = configuration.time_zone(configuration.read("HANSE_TIME_ZONE"))

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static", ("reports", HERE.parent / "reports" / "templates")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000  # bytes of a form, so that the form itself can say what is too long

HANSE_SENDS_MAIL = configuration.sends_mail(configuration.read("HANSE_EMAIL_URL"), HANSE_ADDRESS)
HANSE_REMINDS = configuration.reminds(configuration.read("HANSE_EMAIL_URL"), HANSE_ADDRESS)
for _name, _value in configuration.mail(configuration.read("HANSE_EMAIL_URL")).items():
    globals()[_name] = _value
DEFAULT_FROM_EMAIL = SERVER_EMAIL = configuration.read("HANSE_EMAIL_FROM")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _address.scheme == "https"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"hanse": {"level": "INFO"}, "django_tasks_db": {"level": "ERROR"}},
}
