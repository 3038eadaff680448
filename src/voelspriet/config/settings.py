# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django settings. What an operator sets comes from the environment, see environment.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from voelspriet.config.environment import read_environment
from voelspriet.config.logs import logging_config
from voelspriet.ground.privacy.keys import load_keyring

ENVIRONMENT = read_environment()
KEYRING = load_keyring(ENVIRONMENT.home)
PACKAGE = Path(__file__).resolve().parent.parent
REPOSITORY = PACKAGE.parent.parent

SECRET_KEY = KEYRING.signing
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
PUBLIC_URL = ENVIRONMENT.public_url

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "voelspriet.ground.ui",
    "voelspriet.ground.privacy",
    "voelspriet.ground.queue",
    "voelspriet.ground.search",
    "voelspriet.ground.areas",
    "voelspriet.ground.people",
    "voelspriet.ground.network",
    "voelspriet.ground.knowledge",
    "voelspriet.listen.intake",
    "voelspriet.listen.drawings",
    "voelspriet.listen.surveys",
    "voelspriet.listen.conversations",
    "voelspriet.listen.evenings",
    "voelspriet.understand.tension",
    "voelspriet.understand.coding",
    "voelspriet.understand.findings",
    "voelspriet.act.initiatives",
    "voelspriet.act.plans",
    "voelspriet.act.agenda",
    "voelspriet.answer.replies",
    "voelspriet.answer.cases",
    "voelspriet.answer.pages",
    "voelspriet.neighbours.smtp",
    "voelspriet.papers",
    "voelspriet.doors.jobs",
    "voelspriet.doors.public",
    "voelspriet.doors.workspace",
    "voelspriet.doors.api",
    "voelspriet.doors.commands",
    "django.forms",  # after ground.ui, whose widget templates win
]

MIDDLEWARE = [
    "voelspriet.config.request_log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # before whatever may refuse a request, so that refusals carry it too
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "voelspriet.config.no_nul.NoNulMiddleware",  # after the check of a form's token
    "voelspriet.doors.public.middleware.MunicipalityMiddleware",
    "voelspriet.doors.workspace.middleware.ActorMiddleware",
]

ROOT_URLCONF = "voelspriet.config.urls"
WSGI_APPLICATION = "voelspriet.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "voelspriet.ground.ui.context.page",
            ],
            "builtins": ["voelspriet.ground.ui.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "voelspriet.ground.ui.renderer.HouseRenderer"

DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.database_url, conn_max_age=600)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
LOGIN_URL = "workspace:login"
LOGIN_REDIRECT_URL = "workspace:today"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "werksessie"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser closes: nothing stays on a shared phone
CSRF_COOKIE_NAME = "veilig"
CSRF_FAILURE_VIEW = "voelspriet.doors.public.views.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = ENVIRONMENT.secure
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.secure else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.secure else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
# no other site learns where somebody came from; with "no-referrer" browsers send the forms of
# our own site with `Origin: null`, which the check on forged requests refuses
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# map tiles come from elsewhere only when an operator says so
TILE_HOST = "/".join(ENVIRONMENT.map_tiles_url.split("/", 3)[:3])
TILE_HOSTS = [TILE_HOST] if TILE_HOST.startswith("https://") else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF, *TILE_HOSTS],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "nl"
# each language by its own name, on every page
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("tr", "Türkçe"), ("ar", "العربية")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = REPOSITORY / "build" / "collected"
STATICFILES_DIRS = [REPOSITORY / "build" / "static"]
# whole fonts for papers; `make setup` puts them there, nothing serves them
PAPER_FONTS = REPOSITORY / "build" / "paper-fonts"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = ENVIRONMENT.home / "files"
MAP_TILES_URL = ENVIRONMENT.map_tiles_url
LEAVE_URL = ENVIRONMENT.leave_url
# no upload ever touches a disk before it is encrypted
FILE_UPLOAD_HANDLERS = ["voelspriet.doors.public.uploads.MemoryOnlyHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
DATA_UPLOAD_MAX_NUMBER_FILES = 6

EMAIL_URL = ENVIRONMENT.email_url
DEFAULT_FROM_EMAIL = ENVIRONMENT.sender

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOGGING = logging_config(ENVIRONMENT.log_level)
LOGGING_CONFIG = "logging.config.dictConfig"
SILENCED_SYSTEM_CHECKS: list[str] = []
