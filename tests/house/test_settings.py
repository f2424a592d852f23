"""What stops Headship in production, and what it is when it runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
SOUND = {
    "HEADSHIP_ENV": "production",
    "SECRET_KEY": "kept-secret-in-this-test-" + "0123456789abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "headship.example",
    "EMAIL_URL": "smtp://localhost:25",
}
OTHERS = {"DEBUG", "DEMONSTRATION", "DATABASE_URL", "TRUSTED_PROXIES"}
OURS = {*SOUND, *OTHERS, "MEDIA_ROOT", "DJANGO_ALLOW_ASYNC_UNSAFE"}  # the last: our browser tests'
SERVE = "from config.wsgi import application"
SHOW = "from config import settings; print({})"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python on the arguments in the project's folder, with these of our variables only."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def check(**environment: str) -> subprocess.CompletedProcess[str]:
    return run("-W", "error", "manage.py", "check", "--deploy", "--fail-level=INFO", **environment)


@pytest.mark.parametrize("variable", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_production_stops_when_a_variable_is_missing_and_names_it(variable: str) -> None:
    result = check(**{name: value for name, value in SOUND.items() if name != variable})
    assert result.returncode == 1
    assert f"ImproperlyConfigured: {variable} is missing. In production " in result.stderr


@pytest.mark.parametrize("variable", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_an_empty_variable_is_a_missing_one(variable: str) -> None:
    result = check(**SOUND | {variable: ""})
    assert f"ImproperlyConfigured: {variable} is missing. In production " in result.stderr


@pytest.mark.parametrize("variable", ["DEBUG", "DEMONSTRATION"])
def test_production_stops_when_a_switch_of_development_is_on_and_names_it(variable: str) -> None:
    result = check(**SOUND, **{variable: "on"})
    assert result.returncode == 1
    assert f"ImproperlyConfigured: {variable} is on. In production it must be off" in result.stderr


def test_production_starts_with_the_switches_of_development_off() -> None:
    result = check(**SOUND, DEBUG="off", DEMONSTRATION="off")
    assert (result.stdout, result.stderr) == (
        "System check identified no issues (0 silenced).\n",
        "",
    )


def test_the_demonstration_is_off_in_production_unless_asked_for() -> None:
    result = run("-c", SHOW.format("settings.DEMONSTRATION, settings.DEBUG"), **SOUND)
    assert result.stdout == "False False\n"


def test_an_environment_of_another_name_is_refused() -> None:
    result = check(HEADSHIP_ENV="staging")
    assert "HEADSHIP_ENV is 'staging'. It must be 'development' or 'production'." in result.stderr


def test_a_web_server_is_production_unless_told_otherwise() -> None:
    result = run("-c", SERVE)
    assert "ImproperlyConfigured: SECRET_KEY is missing." in result.stderr


def test_a_database_address_of_an_unknown_kind_is_refused_by_name() -> None:
    result = check(**SOUND, DATABASE_URL="carrier-pigeon://loft")
    assert "ImproperlyConfigured: DATABASE_URL must begin with 'postgres://'" in result.stderr


def test_a_database_address_moves_everything_to_postgresql() -> None:
    show = SHOW.format("settings.DATABASES['default']['ENGINE']")
    result = run("-c", show, DATABASE_URL="postgres://root@127.0.0.1:5432/test")
    assert result.stdout == "django.db.backends.postgresql\n"


@pytest.mark.parametrize(("proxies", "believed"), [("0", "False"), ("1", "True")])
def test_the_scheme_is_believed_only_from_a_proxy_of_our_own(proxies: str, believed: str) -> None:
    show = SHOW.format("hasattr(settings, 'SECURE_PROXY_SSL_HEADER')")
    assert run("-c", show, TRUSTED_PROXIES=proxies).stdout == f"{believed}\n"


def test_sqlite_writes_ahead_waits_its_turn_and_locks_at_once(tmp_path: Path) -> None:
    show = (
        "import django; django.setup(); from django.db import connection as c;"
        "ask = lambda what: c.cursor().execute('PRAGMA ' + what).fetchone()[0];"
        "print(ask('journal_mode'), ask('busy_timeout'), c.transaction_mode)"
    )
    result = run(
        "-c",
        show,
        DATABASE_URL=f"sqlite:///{tmp_path}/db.sqlite3",
        DJANGO_SETTINGS_MODULE="config.settings",
    )
    assert result.stdout == "wal 20000 IMMEDIATE\n"


def test_migrating_is_all_that_a_new_database_needs_for_its_shared_cache(tmp_path: Path) -> None:
    new = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    run("manage.py", "migrate", "--verbosity=0", **new)
    keep = "import django; django.setup(); from django.core.cache import cache;"
    result = run("-c", keep + "cache.set('kept', 1); print(cache.get('kept'))", **new)
    assert result.stdout == "1\n"


def test_attachments_are_outside_what_a_web_server_serves() -> None:
    kept = Path(run("-c", SHOW.format("settings.MEDIA_ROOT")).stdout.strip())
    served = [Path(settings.STATIC_ROOT), *map(Path, settings.STATICFILES_DIRS)]
    assert kept.is_absolute()
    assert not any(kept.is_relative_to(folder) for folder in served)
