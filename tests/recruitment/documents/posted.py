"""Headships in which somebody acts, pay is above the limit, and a start cannot wait."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from recruitment.actions import appointment, posts
from recruitment.models import ActingHead, Appointee, Vacancy
from schools.models.choices import Category
from tests.recruitment.documents.steps import Papers, begun, read
from tests.recruitment.headship import Headship, headship


def posted() -> Papers:
    return {**acted(), **told_only(), **paid(), **waiting(), **started()}


def name(case: Headship, **facts: object) -> None:
    meeting = case.meet("To name an acting head")
    given: dict[str, Any] = {
        "kind": ActingHead.Kind.ACTING,
        "name": "Lyn Fell",
        "since": date(2027, 1, 1),
        "arranged": "The governing body proposes the deputy head, at the foot of the range.",
        "evidence": "Minute 4",
        "meeting": meeting,
        "by": case.clerk,
        "on": case.day,
        **facts,
    }
    posts.name_acting_head(case.vacancy, **given)


def acted() -> Papers:
    case = begun("Fern Hill Primary School")
    name(case)
    return {
        "minute_of_governing_body.acting": read(case, "minute_of_governing_body", "1"),
        "letter_to_acting_head": read(case, "letter_to_acting_head", "1"),
        "notice_of_acting_head": read(case, "notice_of_acting_head", "1"),
    }


def told_only() -> Papers:
    """In an aided school the governing body makes the arrangement; two share it."""
    case = headship("recorded", "Ash Lane Primary School", category=Category.VOLUNTARY_AIDED)
    name(case, kind=ActingHead.Kind.INTERIM, share=60, until=date(2027, 4, 9))
    return {"notice_of_acting_head.aided": read(case, "notice_of_acting_head", "1")}


def paid() -> Papers:
    case = begun("Two Rivers Primary School")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(post=Vacancy.Post.EXECUTIVE_HEAD)
    meeting = case.meet("To determine the pay range")
    posts.determine_pay(
        case.vacancy,
        group=4,
        group_maximum=84_000,
        minimum=98_000,
        maximum=112_000,
        reasons="The post leads two schools, one of which has had three heads in two years.",
        business_case="Two advertisements within the limit brought no candidate who could be "
        "appointed. Both schools would otherwise begin the year without a head.",
        advised_by="Marlow Pay Consultants, report of 2 September 2026",
        meeting=meeting,
        by=case.clerk,
        on=case.day,
    )
    return {
        "notice_of_vacancy.executive": read(case, "notice_of_vacancy"),
        "confidential_minute.pay": read(case, "confidential_minute", "1"),
        "pay_determination": read(case, "pay_determination", "1"),
        "business_case_for_pay": read(case, "business_case_for_pay", "1"),
    }


def waiting() -> Papers:
    case = headship("recommended", "Long Acre Primary School")
    return {"letter_reserve": read(case, "letter_reserve", "C2")}


def started() -> Papers:
    """Released early for a share of the post; the certificate has not come."""
    case = headship("appointed", "High Barn Primary School")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(post=Vacancy.Post.CO_HEAD, share=60)
    appointment.make_offer(
        case.vacancy,
        starts_on=date(2027, 1, 4),
        salary="£61,000 a year for 60% of full time",
        notice=Appointee.HEAD,
        resigns_on=date(2026, 11, 2),
        early_release="The governing body of Cliff Road School agreed on 30 October 2026",
        by=case.clerk,
        on=case.day,
    )
    found = {"conditional_offer.released": read(case, "conditional_offer")}
    case.accept()
    late = case.regime.start_before_certificate.value
    record(case, late.first)
    posts.assess_risk(
        case.vacancy,
        supervision="The person is never alone with pupils, and meets the supervisor daily.",
        supervised_by="Kit Moss, deputy head",
        until=case.day + timedelta(days=90),
        reasons="The school has no other head, and the certificate is delayed.",
        by=case.clerk,
        on=case.day,
    )
    found["risk_assessment"] = read(case, "risk_assessment", "C1")
    record(case, {rule.value.key for rule in case.regime.checks} - late.first - {late.check})
    case.confirm()
    key = "confirmation_of_appointment"
    return {**found, f"{key}.certificate": read(case, key)}


def record(case: Headship, keys: Collection[str]) -> None:
    for rule in case.regime.checks:
        if rule.value.key in keys:
            appointment.record_check(
                case.vacancy,
                check=rule.value.key,
                done_by="Joan Beck",
                evidence="Seen",
                applies=rule.value.required == "always" or rule.value.before == "start",
                by=case.clerk,
                on=case.day,
            )
