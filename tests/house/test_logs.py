"""That what is logged says where an error was, and nothing about people."""

import io
import logging

from django.conf import settings

from config.logs import DiscreetFormatter


def test_an_error_is_logged_without_its_message() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(DiscreetFormatter("{levelname} {message}", style="{"))
    logger = logging.getLogger("of this test")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        raise ValueError("Ann Rees, ann@example.org, has withdrawn")
    except ValueError:
        logger.exception("Internal Server Error")
    lines = written.getvalue().splitlines()
    assert lines[0] == "ERROR Internal Server Error"
    assert lines[1].startswith(f"  {__file__}:")
    assert lines[1].endswith("in test_an_error_is_logged_without_its_message")
    assert lines[2:] == ["ValueError"]


def test_every_handler_is_discreet_and_none_sends_mail() -> None:
    assert settings.LOGGING["handlers"] == {
        "console": {"class": "logging.StreamHandler", "formatter": "discreet"}
    }
    assert logging.getLogger("django").handlers == []
    assert logging.getLogger("django.request").handlers == []
