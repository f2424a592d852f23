"""People, candidates and the three papers, as each person reads them."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from casework.attachments import check
from casework.models import Event, Meeting
from recruitment.actions import advice, appointment, papers, turns
from recruitment.models import Advice, Interest
from recruitment.stages import AgainFrom
from tests.recruitment.headship import Headship, headship
from tests.recruitment.views import full_case as cases
from tests.recruitment.views.browser import visit
from tests.recruitment.views.rows import PDF, TODAY
from tests.recruitment.views.words import ask, html, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def full() -> Headship:
    return cases.full_case()


# People


def test_people_are_told_with_their_parts_and_what_takes_away(full: Headship) -> None:
    text = read(full, full.people["governor"], "people")

    assert "Tom Hale Chair of the panel" in text
    assert "Uma Shah Member, trained in safer recruitment" in text
    assert "Joy Dean Co-opted governor, Chair of governors" in text
    assert "Ann Rees Clerk to the governing body , not a member" in text
    assert "Lee Ward Effect Leaves for that candidate Set by the clerk" in text


def test_an_interest_tells_whom_it_concerns_only_to_those_who_see_the_candidate(
    full: Headship,
) -> None:
    for user in (full.people["clerk"], full.people["adviser"], full.panel[2]):
        assert "About C3, Cat Dunn Detail A friend from college" in read(full, user, "people")
    for role in ("governor", "chair"):
        text = read(full, full.people[role], "people")
        assert "Open only to those who see the candidate concerned." in text
        assert "Cat Dunn" not in text
        assert "college" not in text


def test_a_pinned_interest_can_be_ended_by_the_clerk_only(full: Headship) -> None:
    end = f"end_interest/?about={full.vacancy.interests.get().pk}"

    assert end in html(full, full.people["clerk"], "people")
    assert end not in html(full, full.panel[2], "people")


def test_whoever_withdrew_is_still_named_and_takes_no_part(full: Headship) -> None:
    Interest.objects.filter(vacancy=full.vacancy).update(effect=Interest.Effect.WITHDRAW)

    text = read(full, full.people["clerk"], "people")
    assert "Lee Ward Member Takes no part" in text
    assert "Has withdrawn because of a declared interest." in text


# Candidates


def test_decided_and_told_are_two_facts() -> None:
    case = headship("appointed")
    appointment_day = case.day

    text = read(case, case.people["clerk"], "candidate", "C2")
    assert "Unsuccessful Not told" in text
    assert "Told on Not told yet" in text
    assert f"Unsuccessful {appointment_day:%-d %B %Y}" in text


def test_each_decision_on_a_candidate_stands_with_its_own_date() -> None:
    case = headship("appointed")
    made = {d.kind: f"{d.decided_on:%-d %B %Y}" for d in case.vacancy.decisions.all()}
    assert len(set(made.values())) > 1
    shortlisted = f"{case.fresh().shortlisted_on:%-d %B %Y}"

    text = read(case, case.people["clerk"], "candidates")
    assert (
        f"C1 Ada Brook Appointed Shortlisted: {shortlisted} Recommended: {made['recommend']} "
        f"Approved: {made['approve']} Appointed: {made['appoint']}"
    ) in text
    assert f"C2 Ben Carr Unsuccessful Shortlisted: {shortlisted} Unsuccessful:" in text


def test_the_decisions_of_an_earlier_round_stand_and_its_outcomes_do_not() -> None:
    case = headship("interviewed").recommend()
    recommended = f"{case.day:%-d %B %Y}"
    evening = case.meet("To consider the panel's recommendation")
    vote: dict[str, Any] = {"votes_for": 1, "votes_against": 4, "abstained": 0}
    now: dict[str, Any] = {"by": case.clerk, "on": case.day}
    appointment.decline(case.vacancy, meeting=evening, why="Not persuaded", **vote, **now)
    turns.repeat_steps(
        case.vacancy, meeting=evening, again_from=AgainFrom.SHORTLISTING, why="Try again", **now
    )
    declined = f"{case.day:%-d %B %Y}"

    text = read(case, case.people["clerk"], "candidates")
    assert f"Recommended, round 1: {recommended} Not approved, round 1: {declined}" in text
    assert "Ben Carr Applied C3 Cat Dunn Applied" in text
    assert " Shortlisted:" not in text


def test_a_governor_sees_nobody_before_the_choice_and_then_the_person_chosen() -> None:
    case = headship("interviewed")
    governor = case.people["governor"]
    refused = ask(case, governor, "candidates")
    assert refused.status_code == 403
    assert "opens to you at another stage" in refused.content.decode()

    case.recommend()
    text = read(case, governor, "candidates")
    assert "C1 Ada Brook Recommended" in text
    assert "Ben Carr" not in text
    assert ask(case, governor, "candidate", "C2").status_code == 404
    assert "on paper" not in read(case, governor, "candidate", "C1")


def test_an_interest_closes_the_candidates_page_and_leaves_the_others(full: Headship) -> None:
    friend = full.panel[2]

    assert ask(full, friend, "candidate", "C3").status_code == 404
    assert "Cat Dunn" not in read(full, friend, "candidates")
    assert "Ben Carr" in read(full, friend, "candidates")


def test_a_candidates_page_has_what_was_said_of_them_and_of_nobody_else(full: Headship) -> None:
    text = read(full, full.people["panel_chair"], "candidate", "C1")

    for said in ("Criterion 1 is not shown", "Not a suitable person", "Criterion 1 is not yet"):
        assert said in text
    assert "came late" not in text
    assert "Not a suitable person" not in read(full, full.people["governor"], "candidate", "C1")


# Advice


def test_the_three_papers_are_kept_apart_each_with_what_it_is(full: Headship) -> None:
    page = html(full, full.people["panel"], "advice")
    parts = [part.partition("</section>")[0] for part in page.split('<section class="headship-ki')]
    advised, represented, reserved = map(strip_tags, parts[1:4])

    assert "Ask every candidate the same" in advised
    assert "it is not a representation" in advised
    assert "Not a suitable person" in represented
    assert "in writing and inside the period" in represented
    assert "Ask every candidate the same" not in represented
    assert "Reading results have fallen" in reserved
    assert "block nothing" in reserved


def test_representations_say_in_time_late_considered_and_their_defects(full: Headship) -> None:
    text = read(full, full.people["panel"], "advice")

    assert "In time Considered It is addressed to “The chair”, not to the selection panel." in text
    assert "It is not signed. It counts all the same." in text
    assert "Late The last day was 2 October 2026." in text
    assert "reasons The panel saw the lesson itself" in text


def test_files_are_listed_for_those_who_may_open_them(full: Headship) -> None:
    file = check("reply.pdf", PDF)
    papers.attach(full.vacancy, title="A reply", file=file, by=full.clerk, on=TODAY)
    kept = full.vacancy.attachments.get()
    full.vacancy.representations.update(attachment=kept)
    link = reverse("attachment", args=[full.vacancy.reference, kept.pk])

    assert html(full, full.people["panel"], "advice").count(link) == 3
    assert html(full, full.panel[2], "advice").count(link) == 0
    assert html(full, full.people["governor"], "advice").count(link) == 0


def test_a_point_keeps_fact_and_inference_apart(full: Headship) -> None:
    text = read(full, full.people["panel"], "advice")

    assert "Seen by Ifor Prys on 20 September 2026. Source: Application form, section 4." in text
    assert "Inference: Has not yet led teaching" in text


def test_governors_read_the_panels_reasons_and_the_reservations_and_nothing_else(
    full: Headship,
) -> None:
    for role in ("governor", "chair"):
        text = read(full, full.people[role], "advice")
        assert "The panel saw the lesson itself" in text
        assert "Reading results have fallen" in text
        for hidden in ("Not a suitable person", "came late", "Ask every candidate the same"):
            assert hidden not in text


def test_what_the_governing_body_was_advised_is_for_all_governors_and_the_panels_is_not() -> None:
    case = headship("interviewed")
    for to in (Meeting.Body.GOVERNING_BODY, Meeting.Body.PANEL):
        advice.give_advice(
            case.vacancy,
            given_by="Ifor Prys",
            capacity="adviser",
            form=Advice.Form.ORAL,
            to=to,
            text=f"Said to the {to}",
            by=case.actor("adviser"),
            on=case.day,
        )
    for role in ("governor", "chair"):
        text = read(case, case.people[role], "advice")
        assert "Said to the governing_body" in text
        assert "Said to the panel" not in text
    text = read(case, case.people["panel"], "advice")
    assert "Said to the governing_body" in text
    assert "Said to the panel" in text

    form = visit(case.people["chair"], "act", case.vacancy.reference, "consider_advice")
    assert form.fields["advice"] == [str(case.vacancy.advice.get(to="governing_body").pk)]


def advised(case: Headship, text: str, to: Meeting.Body = Meeting.Body.GOVERNING_BODY) -> Event:
    return advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="adviser",
        form=Advice.Form.ORAL,
        to=to,
        text=text,
        by=case.actor("adviser"),
        on=case.day,
    )


@pytest.mark.parametrize("named", ["Ben Carr", "Mr Carr", "C2"])
def test_advice_that_names_a_candidate_is_kept_from_those_who_may_not_see_them(
    named: str,
) -> None:
    case = headship("interviewed")
    advised(case, f"Ask {named} for a reference")
    advised(case, f"See {named} teach", Meeting.Body.PANEL)
    cases.befriend(case, "C2")

    for user in (case.people["governor"], case.people["chair"], case.panel[2]):
        text = read(case, user, "advice")
        assert "for a reference" not in text
        assert "teach" not in text
    for user in (case.panel[1], case.people["clerk"]):
        text = read(case, user, "advice")
        assert f"Ask {named} for a reference" in text
        assert f"See {named} teach" in text


def test_governors_read_advice_on_the_person_recommended_and_none_that_names_another() -> None:
    case = headship("recommended")
    advised(case, "Ada Brook will need a mentor")
    advised(case, "Ada Brook is weaker than Ben Carr")

    text = read(case, case.people["governor"], "advice")
    assert "will need a mentor" in text
    assert "weaker than" not in text


@pytest.mark.parametrize("named", ["Ben Carr", "Mr Carr", "C2"])
def test_whoever_names_a_candidate_to_the_governing_body_is_warned_and_not_held_up(
    named: str,
) -> None:
    case = headship("interviewed")
    warned = advised(case, f"Ask {named} for a reference")
    plain = advised(case, "Ask every candidate, Carrie says, about C22")
    panel = advised(case, f"Ask {named} for a reference", Meeting.Body.PANEL)

    assert warned.data["warned_of"] == ["advice_names_a_candidate"]
    assert "warned_of" not in {**plain.data, **panel.data}
    assert case.vacancy.advice.count() == 3


def test_the_form_says_that_every_governor_reads_advice_to_the_governing_body() -> None:
    case = headship("interviewed")
    page = visit(case.people["adviser"], "act", case.vacancy.reference, "give_advice")

    assert "Every governor will read it, at once. Name no candidate in it." in page.text


def test_whoever_has_an_interest_reads_nothing_of_that_candidate(full: Headship) -> None:
    text = read(full, full.panel[2], "advice")

    assert "1 more, whom you do not see" in text
    assert "Cat Dunn" not in text
    assert "came late" not in text


def test_a_receipt_that_is_contested_says_from_which_date_the_period_is_held() -> None:
    case = headship("names_sent")
    case.vacancy.notices.update(
        contested_to=case.day.replace(day=28), contested_by="Joan Beck", contested_why="Bounced"
    )

    text = read(case, case.people["clerk"], "advice")
    assert "Joan Beck says that it was received on 28 September 2026. Bounced" in text
    assert "The period is held from the later of the two dates." in text
    assert "the last day is Sunday 4 October 2026" in text


def test_none_opens_the_way_and_waives_nothing() -> None:
    case = headship("names_sent")
    advice.make_no_representations(
        case.vacancy, said_by="Joan Beck", by=case.actor("officer"), on=case.day
    )

    assert "waives nothing" in read(case, case.people["clerk"], "advice")
