"""One page for all actions: the form, the check before what cannot be undone, and the doing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from typing import Any, ClassVar

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.views import View

from accounts.http import person
from casework import clock, drafts
from casework.action import (
    Actor,
    NotInThisCase,
    Process,
    Refused,
    Stranger,
    not_at_this_stage,
    not_permitted,
    step,
)
from casework.documents.missing import MissingFact
from casework.forms import HeadshipForm, ProseField
from casework.forms.action import ActionForm
from casework.models import Event
from casework.policy import Capability
from casework.rules import entry
from casework.site import Site, draft_of, saved_at
from law.base import NoRegime, Obstacle

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

    site: ClassVar[Site[Any]]
    forms: ClassVar[Mapping[str, type[ActionForm]]]
    actions: ClassVar[Mapping[str, Callable[..., Any]]]

    # What a kind of case says of itself

    def discreet(self, obstacle: Obstacle) -> Obstacle:
        """Return the obstacle without what this person may not read."""
        return obstacle

    def lacking(self, lacking: MissingFact | NoRegime) -> Obstacle:
        """Return what an action could not go on without as an obstacle: a fact, or the law."""
        if isinstance(lacking, MissingFact):
            return entry("missing_fact", lacking.sentence, "Record it, then draft it again.")
        return entry("no_law_held", str(lacking), "Check the date.")

    # What is asked

    @property
    def process(self) -> Process[Any, Any]:
        """The kind of case."""
        return self.site.process

    @property
    def capability(self) -> Capability:
        """The action's row in the permission table."""
        return self.process.table[self.action]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn away whoever has no part in the case, then whoever may not do this."""
        self.reference, self.action = kwargs["reference"], kwargs["action"]
        if self.action not in self.forms:
            raise Http404
        self.sit_down()
        if unknown := self.desk.position.never_known_step(self.action):
            return self.page(None, [unknown], status=UNPROCESSABLE)
        if not self.capability.role_for(self.desk.roles):
            refusal = [not_permitted(self.process, self.capability)]
            return self.page(None, refusal, status=HTTPStatus.FORBIDDEN)
        return super().dispatch(request)

    def sit_down(self) -> None:
        """Find the case as it is now, and the person's own part in it."""
        self.desk = self.site.find(self.request, self.reference, self.action)
        self.case = self.desk.position.case

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form, with what the person put by if they did."""
        if not self.at_its_stage:
            return self.page(None, [not_at_this_stage(self.desk.position.stage_name)])
        if not 0 <= self.seen <= self.case.event_count:
            return self.go_to_the_form_of_now()
        form = self.forms[self.action](self.desk)
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
        form = self.forms[self.action](self.desk, request.POST, request.FILES)
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
            return self.refused([self.lacking(lacking)])
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
        """Do the action; with a warning, or where it cannot be undone, only once it is checked."""
        with transaction.atomic():
            event = self.do(form)
            unseen = form.final or warned_of(event)
            to_check = unseen and "confirmed" not in self.request.POST
            transaction.set_rollback(to_check)
        if to_check:
            return self.check(form)
        drafts.drop(self.case, self.actor.user, self.action)
        messages.success(self.request, form.done)
        return redirect(self.next_page(event, form))

    def do(self, form: ActionForm) -> Event:
        """Do the action with the facts of the form."""
        event: Event = self.actions[self.action](self.case, **form.facts(), by=self.actor)
        return event

    def next_page(self, event: Event, form: ActionForm) -> str:
        """Return the address to go on to: the document, where it was about one."""
        document = event.data.get("document")
        if document:
            return reverse(self.site.document, args=[self.reference, document["id"]])
        return form.onward() or reverse(form.goes_to or self.site.home, args=[self.reference])

    def put_by(self) -> HttpResponse:
        """Keep what was typed so far, or forget what was kept."""
        if "keep" in self.request.POST:
            drafts.keep(self.case, self.actor.user, self.action, dict(self.answers.lists()))
            messages.success(self.request, "What you wrote is saved. Only you can see it.")
        else:
            drafts.drop(self.case, self.actor.user, self.action)
            messages.success(self.request, "Your draft is deleted.")
        return redirect(self.site.home, self.reference)

    def back_to_the_form(self) -> HttpResponse:
        """Show the form again with what was typed."""
        form = self.forms[self.action](self.desk)
        form.retype(self.request.POST)
        return self.page(form, self.in_the_way(form))

    # What is in the way

    @property
    def at_its_stage(self) -> bool:
        """Whether the action belongs to the stage that the case has reached."""
        return self.desk.position.stage in self.capability.stages

    def in_the_way(self, form: ActionForm) -> list[Obstacle]:
        """Return what stands in the way before anything is answered."""
        if unknown := self.desk.position.unknown_step(self.action):
            return [known_before(unknown)]
        asked = {**form.known_facts(), "by": self.desk.user}
        return self.process.obstacles(self.desk.position, self.action, asked)

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
        with step(self.process, self.case, self.action, by=self.actor, on=clock.today()):
            pass

    def refused(self, obstacles: Sequence[Obstacle]) -> HttpResponse:
        """Show why it was refused, with everything that was typed, on the case as it is now."""
        self.sit_down()
        keys = {obstacle.key for obstacle in obstacles}
        form = self.forms[self.action](self.desk, self.request.POST, self.request.FILES)
        for obstacle in obstacles:
            form.add_error(None, self.discreet(obstacle).sentence)
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
        shown = [self.discreet(obstacle) for obstacle in obstacles]
        context = {
            "form": form,
            "heading": form.heading if form else self.what_it_is,
            "cancel": reverse(form.goes_to, args=[self.reference]) if form and form.goes_to else "",
            "obstacles": [o for o in shown if o.blocks],
            "warnings": [o for o in shown if not o.blocks],
            "aside": SettingAside(initial={"override": override}) if override or settable else None,
            "seen": self.seen,
            "saved_at": saved_at(self.desk) if self.request.method == "GET" else None,
            **self.site.head(self.desk),
        }
        return render(self.request, "casework/act/form.html", context, status=status)

    @property
    def what_it_is(self) -> str:
        """The action in a sentence, if it is one that the law of the school knows."""
        unknown = self.desk.position.never_known_step(self.action)
        return "Not a step of this case" if unknown else self.capability.sentence

    def check(self, form: ActionForm) -> HttpResponse:
        """Return the page on which the answers are read over before they are sent."""
        found = [self.discreet(obstacle) for obstacle in self.met_by(form.facts())]
        context = {
            "form": form,
            "heading": form.heading,
            "answers": [*form.shown(), *form.answers()],
            "sent": [
                *((name, value) for name, all_ in self.answers.lists() for value in all_),
                *form.carried(),
            ],
            "warnings": [o for o in found if not o.blocks],
            "set_aside": [o for o in found if o.blocks],
            "override": self.actor.override,
            **self.site.head(self.desk),
        }
        return render(self.request, "casework/act/check.html", context)

    def met_by(self, facts: dict[str, Any]) -> list[Obstacle]:
        """Return the warnings and house rules that these facts meet, on the day they are about."""
        day: date = facts.get("on") or facts["received_on"]
        asked = {"why": "", **facts, "on": day}
        return self.process.obstacles(self.desk.position.judged_on(day), self.action, asked)


def known_before(unknown: Obstacle) -> Obstacle:
    """Return the warning about a step that the law knew on an earlier day of the case only."""
    return replace(
        unknown,
        sentence="The law of this school knows no such step today. It did earlier in this case.",
        clears_by=f"Give the day on which it was taken, if it was. Otherwise: {unknown.clears_by}",
    ).as_practice()


def warned_of(event: Event) -> bool:
    """Return whether a warning is recorded with what was done."""
    return bool(event.data.get("warned_of"))


def rehearse(do: Callable[[], object]) -> None:
    """Do it and take it back, so that whatever would be raised is raised."""
    with transaction.atomic():
        do()
        transaction.set_rollback(True)
