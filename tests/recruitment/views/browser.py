"""A visitor without script: reads a page's form as a browser would, fills it in and sends it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import User

Fields = dict[str, list[str]]


class Forms(HTMLParser):
    """The fields of every form of a page, with what the page would send of each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Fields] = []
        self._text: tuple[str, list[str]] | None = None
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag == "textarea":
            self._text = (given["name"], [])
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and "selected" in given:
            self._add(self._select, given["value"])
        elif tag == "input":
            self._input(given)

    def _input(self, given: dict[str, str]) -> None:
        chosen = given.get("type") not in ("radio", "checkbox") or "checked" in given
        if chosen and given.get("type") != "file" and "name" in given:
            self._add(given["name"], given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._text:
            self._text[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text:
            name, text = self._text
            self._add(name, "".join(text).removeprefix("\n"))
            self._text = None

    def _add(self, name: str, value: str) -> None:
        self.forms[-1].setdefault(name, []).append(value)


@dataclass
class Visit:
    """One person at one address. `page` is the last answer that came."""

    client: Client
    address: str
    page: Any = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.client.get(self.address, follow=True)

    @property
    def text(self) -> str:
        text: str = self.page.content.decode()
        return text

    @property
    def forms(self) -> list[Fields]:
        """The fields of every form on the page."""
        return Forms(self.text).forms

    @property
    def fields(self) -> Fields:
        """The fields of the form that the page is for."""
        return next(form for form in self.forms if {"seen", "on_day"} & set(form))

    def filled(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """The form with `answers` filled in, and the rest as the page has it."""
        data: dict[str, Any] = {**self.fields}
        for name, value in answers.items():
            data |= as_sent(name, value)
        return data

    def send(self, answers: Mapping[str, Any] | None = None, **buttons: str) -> Any:
        """Fill in `answers` and press a button."""
        self.page = self.client.post(self.address, {**self.filled(answers or {}), **buttons})
        return self.page

    def confirm(self) -> Any:
        """Send what the check page shows."""
        return self.send(confirmed="yes")


def as_sent(name: str, value: Any) -> dict[str, Any]:
    """An answer as a browser sends it: a date in three boxes, people by their ids."""
    if isinstance(value, date):
        parts = {"day": value.day, "month": value.month, "year": value.year}
        return {f"{name}_{part}": [str(number)] for part, number in parts.items()}
    if isinstance(value, list):
        return {name: [str(getattr(each, "pk", each)) for each in value]}
    return {name: value if hasattr(value, "read") else [str(getattr(value, "pk", value))]}


def sign_in(user: User) -> Client:
    """A browser in which that person is signed in."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def visit(user: User, name: str, *args: object, about: object = "") -> Visit:
    """That person at the address of that name."""
    query = f"?about={about}" if about != "" else ""
    return Visit(sign_in(user), reverse(name, args=args) + query)
