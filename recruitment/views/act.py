"""One page for all actions: the form, the check before what cannot be undone, and the doing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.views import View

from casework import clock
from casework.action import (
    Actor,
    NotInThisCase,
    Refused,
    Stranger,
    not_at_this_stage,
    not_permitted,
)
from casework.documents.wording import MissingFact
from casework.forms import HeadshipForm, ProseField
from casework.models import Event
from law.appointment import NoRegime, regime_for
from law.base import Obstacle
from recruitment import rules
from recruitment.actions import ACTIONS, drafts
from recruitment.forms import FORMS
from recruitment.forms.base import ActionForm
from recruitment.pages.task_list import discreet
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.process import PROCESS, step
from recruitment.views.case import draft_of, find, person, saved_at
from recruitment.views.missing import what_is_lacking
from recruitment.views.reading import head

CONTROLS = {"csrfmiddlewaretoken", "confirmed", "change", "keep", "drop"}
STALE, NOT_PERMITTED = "page_out_of_date", "not_permitted"
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


class SettingAside(HeadshipForm):
    """The reason for which somebody sets a house rule aside."""

    override = ProseField(
        label="Reason for setting the rule aside",
        help_text="A house rule can be set aside; the law cannot. Your name and your reason go on "
        "the record.",
        rows=3,
        required=False,
    )


class Act(View):
    """The page of one action of a case: GET shows its form and what is in the way, POST does it.

    A page opened before the last change is refused, whatever is on it: so is a second click. The
    address of the form says which event was seen last, so that Back brings no newer form.
    """

    http_method_names = ["get", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn away whoever has no part in the case, then whoever may not do this."""
        self.reference, self.action = kwargs["reference"], kwargs["action"]
        if self.action not in FORMS:
            raise Http404
        self.sit_down()
        if not TABLE[self.action].role_for(self.desk.roles):
            refusal = [not_permitted(PROCESS, TABLE[self.action])]
            return self.page(None, refusal, status=HTTPStatus.FORBIDDEN)
        return super().dispatch(request)

    def sit_down(self) -> None:
        """Find the case as it is now, and the person's own part in it."""
        self.desk = find(self.request, self.reference, self.action)
        self.case = self.desk.position.case

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form, with what the person put by if they did."""
        if not self.at_its_stage:
            return self.page(None, [not_at_this_stage(self.desk.position.stage_name)])
        if not 0 <= self.seen <= self.case.event_count:
            return self.go_to_the_form_of_now()
        form = FORMS[self.action](self.desk)
        if kept := draft_of(self.desk):
            form.retype(MultiValueDict(kept))
        return self.page(form, self.since_then() or self.in_the_way(form))

    def go_to_the_form_of_now(self) -> HttpResponse:
        """Go on to the address that says what is seen."""
        query = self.request.GET.copy()
        query["seen"] = str(self.case.event_count)
        return redirect(f"{self.request.path}?{query.urlencode()}")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Put by what was typed, or go back to the form, or check the answers, or do it."""
        form = FORMS[self.action](self.desk, request.POST, request.FILES)
        if form.keeps_draft and {"keep", "drop"} & set(request.POST):
            return self.put_by()
        if "change" in request.POST:
            return self.back_to_the_form()
        if not self.well_answered(form):
            return self.incomplete(form)
        try:
            return self.check_or_do(form)
        except Refused as refusal:
            return self.refused(refusal.obstacles)
        except (MissingFact, NoRegime) as lacking:
            return self.refused([what_is_lacking(lacking)])
        except (Stranger, NotInThisCase):
            raise Http404 from None

    # What was asked for

    def well_answered(self, form: ActionForm) -> bool:
        """Return whether the form and the reason beside it are filled in as they should be."""
        valid = form.is_valid()
        for sentence in SettingAside(self.request.POST).errors.get("override", ()):
            form.add_error(None, sentence)
        return valid and form.is_valid()

    def check_or_do(self, form: ActionForm) -> HttpResponse:
        """Do the action; where it cannot be undone, only once its answers have been checked."""
        if form.final and "confirmed" not in self.request.POST:
            rehearse(lambda: self.do(form))
            return self.check(form)
        event = self.do(form)
        drafts.drop(self.case, self.actor.user, self.action)
        messages.success(self.request, form.done)
        return redirect(self.next_page(event))

    def do(self, form: ActionForm) -> Event:
        """Do the action with the facts of the form."""
        event: Event = ACTIONS[self.action](self.case, **form.facts(), by=self.actor)
        return event

    def next_page(self, event: Event) -> str:
        """Return the address to go on to: the document, where it was about one."""
        document = event.data.get("document")
        if document:
            return reverse("document", args=[self.reference, document["id"]])
        return reverse("vacancy", args=[self.reference])

    def put_by(self) -> HttpResponse:
        """Keep what was typed so far, or forget what was kept."""
        if "keep" in self.request.POST:
            drafts.keep(self.case, self.actor.user, self.action, dict(self.answers.lists()))
            messages.success(self.request, "What you wrote is saved. Only you can see it.")
        else:
            drafts.drop(self.case, self.actor.user, self.action)
            messages.success(self.request, "Your draft is deleted.")
        return redirect("vacancy", self.reference)

    def back_to_the_form(self) -> HttpResponse:
        """Show the form again with what was typed."""
        form = FORMS[self.action](self.desk)
        form.retype(self.request.POST)
        return self.page(form, self.in_the_way(form))

    # What is in the way

    @property
    def at_its_stage(self) -> bool:
        """Whether the action belongs to the stage that the case has reached."""
        return self.desk.position.stage in TABLE[self.action].stages

    def in_the_way(self, form: ActionForm) -> list[Obstacle]:
        """Return what stands in the way before anything is answered."""
        asked = {**form.known(), "by": self.desk.user}
        return rules.obstacles(self.desk.position, self.action, asked)

    def incomplete(self, form: ActionForm) -> HttpResponse:
        """Say what is wrong with the answers; but first, that they may come too late."""
        if too_late := self.since_then():
            return self.refused(too_late)
        return self.page(form, self.in_the_way(form), status=UNPROCESSABLE)

    def since_then(self) -> Sequence[Obstacle]:
        """Return what the machinery says of a page that does not show the case as it is now."""
        if self.at_its_stage and self.seen == self.case.event_count:
            return ()
        try:
            rehearse(self.do_nothing)
        except Refused as refusal:
            return [o for o in refusal.obstacles if o.key == STALE] or refusal.obstacles
        return ()

    def do_nothing(self) -> None:
        """Ask the machinery about the step without any facts."""
        with step(self.case, self.action, by=self.actor, on=clock.today()):
            pass

    def refused(self, obstacles: Sequence[Obstacle]) -> HttpResponse:
        """Show why it was refused, with everything that was typed, on the case as it is now."""
        self.sit_down()
        keys = {obstacle.key for obstacle in obstacles}
        form = FORMS[self.action](self.desk, self.request.POST, self.request.FILES)
        for obstacle in obstacles:
            form.add_error(None, discreet(self.desk, obstacle).sentence)
        if STALE in keys:
            self.seen = self.case.event_count
        forbidden = NOT_PERMITTED in keys
        status = HTTPStatus.FORBIDDEN if forbidden else UNPROCESSABLE
        return self.page(form, obstacles, status=status)

    # What came with the form

    @cached_property
    def answers(self) -> QueryDict:
        """What was typed, without the page's own controls."""
        sent = self.request.POST.copy()
        for name in CONTROLS & set(sent):
            del sent[name]
        return sent

    @cached_property
    def actor(self) -> Actor:
        """Whoever acts, from the page they saw, with their reason for setting a rule aside."""
        override = self.request.POST.get("override", "").strip()
        return Actor(person(self.request), self.seen, override)

    @cached_property
    def seen(self) -> int:
        """The number of the last event on the page, as its form or its address has it; or -1."""
        sent = self.request.POST.get("seen", self.request.GET.get("seen", ""))
        return int(sent) if sent.isascii() and sent.isdigit() else -1

    # Pages

    def page(
        self,
        form: ActionForm | None,
        obstacles: Sequence[Obstacle] = (),
        status: int = HTTPStatus.OK,
    ) -> HttpResponse:
        """Return the page with the form, or without one with only what stands in the way."""
        override = self.request.POST.get("override", "")
        settable = any(o.blocks and o.overridable for o in obstacles)
        shown = [discreet(self.desk, obstacle) for obstacle in obstacles]
        context = {
            "form": form,
            "heading": form.heading if form else TABLE[self.action].sentence,
            "obstacles": [o for o in shown if o.blocks],
            "warnings": [o for o in shown if not o.blocks],
            "aside": SettingAside(initial={"override": override}) if override or settable else None,
            "seen": self.seen,
            "saved_at": saved_at(self.desk) if self.request.method == "GET" else None,
            **head(self.desk),
        }
        return render(self.request, "recruitment/act/form.html", context, status=status)

    def check(self, form: ActionForm) -> HttpResponse:
        """Return the page on which the answers are read over before they are sent."""
        facts = obstacles_to(self.desk.position, self.action, form.facts())
        found = [discreet(self.desk, obstacle) for obstacle in facts]
        context = {
            "form": form,
            "heading": form.heading,
            "answers": [*form.shown(), *form.answers()],
            "sent": [(name, value) for name, all_ in self.answers.lists() for value in all_],
            "warnings": [o for o in found if not o.blocks],
            "set_aside": [o for o in found if o.blocks],
            "override": self.actor.override,
            **head(self.desk),
        }
        return render(self.request, "recruitment/act/check.html", context)


def rehearse(do: Callable[[], object]) -> None:
    """Do it and take it back, so that whatever would be raised is raised."""
    with transaction.atomic():
        do()
        transaction.set_rollback(True)


def obstacles_to(position: Position, action: str, facts: dict[str, Any]) -> list[Obstacle]:
    """Return the warnings and the house rules that these facts meet, on the day they are about."""
    day: date = facts.get("on") or facts["received_on"]
    school = position.school
    regime = regime_for(school.category, school.nation, day)
    asked = {"why": "", **facts, "on": day}
    return rules.obstacles(replace(position, on=day, regime=regime), action, asked)
