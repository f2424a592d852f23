"""What the pages of a case say, as somebody reads them: no markup, one space apart."""

import re
from html import unescape
from typing import Any

from django.urls import reverse
from django.utils.html import strip_tags

from accounts.models import User
from tests.recruitment.headship import Headship
from tests.recruitment.views.browser import sign_in


def words(answer: Any) -> str:
    """The words of a page's own part, without its head and foot, from the answer to a request."""
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    apart = f"<main{main}".replace("<", " <")
    return re.sub(r"\s+", " ", unescape(strip_tags(apart)))


def ask(case: Headship, user: User, name: str, *which: object) -> Any:
    """The answer to that person at an address of the case."""
    return sign_in(user).get(reverse(name, args=[case.vacancy.reference, *which]))


def read(case: Headship, user: User, name: str, *which: object) -> str:
    """The words of a page of the case that opens to that person."""
    answer = ask(case, user, name, *which)
    assert answer.status_code == 200, name
    return words(answer)


def html(case: Headship, user: User, name: str, *which: object) -> str:
    """A page of the case as it was sent."""
    return str(ask(case, user, name, *which).content.decode())
