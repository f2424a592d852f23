"""The steps of an appointment, the last one first, and the latest day for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from law.appointment.practice import IN_SESSION, SAME_DAY, SUMMER_START, USUAL
from law.base import Rule
from law.periods import in_words
from recruitment.models import Appointee
from recruitment.timetable.ask import ONE_DAY, Ask

Days = Mapping[str, date]
UNKNOWN = "The school's term dates for then are not entered."


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest day for a step, what it waits for, and the rules that say so."""

    day: date
    why: str
    rules: tuple[Rule[object], ...] = ()


class On(Enum):
    """The days on which a step can fall."""

    ANY = auto()
    WORKING = auto()
    """When offices are open."""
    SESSION = auto()
    """When governors come together: on school days."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: `on` which days it can fall, `belongs` whether this case has it.

    `binds` says that the steps after it cannot do without it.
    """

    key: str
    name: Callable[[Ask], str]
    latest: Callable[[Ask, Days], Latest]
    on: On = On.ANY
    binds: bool = True
    belongs: Callable[[Ask], bool] = lambda _: True


def work_back(ask: Ask) -> dict[str, Latest]:
    """Return the latest day for each step of this case, by its key, the last step first."""
    found: dict[str, Latest] = {}
    for step in STEPS:
        if step.belongs(ask):
            latest = step.latest(ask, {key: each.day for key, each in found.items()})
            found[step.key] = _moved_back(ask, step, latest)
    return found


def _moved_back(ask: Ask, step: Step, latest: Latest) -> Latest:
    """Move a latest day back to one on which the step can fall, and say so."""
    day = latest.day
    while not _can_fall(ask, step, day):
        day -= ONE_DAY
    if day != latest.day:
        rules = (*latest.rules, *((IN_SESSION,) if step.on is On.SESSION else ()))
        latest = Latest(day, f"{latest.why} {_moved(ask, step, latest.day)}", rules)
    if step.on is On.SESSION and not ask.terms_known(day):
        return replace(latest, why=f"{latest.why} {UNKNOWN}")
    return latest


def _can_fall(ask: Ask, step: Step, day: date) -> bool:
    match step.on:
        case On.ANY:
            return True
        case On.WORKING:
            return ask.calendar.is_working_day(day)
        case On.SESSION:
            return ask.in_session(day)


def _moved(ask: Ask, step: Step, day: date) -> str:
    holiday = ask.calendar.school_holiday(day) if step.on is On.SESSION else None
    if holiday:
        between = f"{in_words(holiday[0])} to {in_words(holiday[1])}"
        return f"Moved back out of the school holiday, {between}."
    return f"Moved back from {in_words(day)} ({ask.calendar.reason(day)})."


def _before(days: int, what: str) -> str:
    return (
        f"{days} day{'' if days == 1 else 's'} before {what}" if days else f"No later than {what}"
    )


# The steps, each from those that follow it


def _start(ask: Ask, _: Days) -> Latest:
    return Latest(ask.start, "The day on which the new head is wanted in post.")


def _checks(ask: Ask, days: Days) -> Latest:
    rule = ask.regime.offer_conditional
    return Latest(days["start"] - ONE_DAY, "Complete before the new head begins.", (rule,))


def _accept(ask: Ask, days: Days) -> Latest:
    if "release" in ask.measures:
        return Latest(days["start"] - ONE_DAY, "Released early by the employer.")
    resigns, leaves, _ = ask.resignation()
    why = (
        f"{ask.appointee.in_words.capitalize()} resigns by {in_words(resigns)} to leave on "
        f"{in_words(leaves)}."
    )
    rules: tuple[Rule[object], ...] = (ask.regime.resignation_dates,)
    return Latest(resigns, why, (*rules, SUMMER_START) if ask.starts_after_easter else rules)


def _offer(ask: Ask, days: Days) -> Latest:
    needed = ask.length("checking")
    for_checks = days["start"] - ONE_DAY * needed
    by_checks = Latest(
        for_checks, f"{_before(needed, 'the start')}, for the checks.", (USUAL["checking"],)
    )
    if "accept" not in days:
        return by_checks
    allowed = ask.length("formalities")
    in_time = days["accept"] - ONE_DAY * allowed
    why = f"{_before(allowed, 'it is accepted')}: the new head does not resign without it."
    return min(by_checks, Latest(in_time, why, (USUAL["formalities"],)), key=lambda each: each.day)


def _appoint(ask: Ask, days: Days) -> Latest:
    allowed = ask.length("formalities")
    why = f"{_before(allowed, 'the offer')}: none is made before the appointment."
    rules = (ask.regime.offer_after_appointment, USUAL["formalities"])
    return Latest(days["offer"] - ONE_DAY * allowed, why, rules)


def _meeting(ask: Ask, days: Days) -> Latest:
    follows = "appoint" if "appoint" in days else "offer"
    allowed = ask.length("formalities")
    what = "the appointment" if follows == "appoint" else "the offer"
    how = "only the governing body, in a meeting," if _governors_approve(ask) else "the trust"
    why = f"{_before(allowed, what)}: {how} approves the choice."
    rules = (ask.regime.approval, USUAL["formalities"])
    return Latest(days[follows] - ONE_DAY * allowed, why, rules)


def _notice_of(meeting: str) -> Callable[[Ask, Days], Latest]:
    def latest(ask: Ask, days: Days) -> Latest:
        rules, held = ask.regime.notices, days[meeting]
        if "urgent" in ask.measures:
            return Latest(
                held - ONE_DAY, "At the shorter notice that the chair directs.", rules[:1]
            )
        longest = rules[-1].value
        return Latest(longest.latest_notice(held, ask.calendar), f"{longest.describe()}.", rules)

    return latest


def _interviews(ask: Ask, days: Days) -> Latest:
    needed = ask.length("interviewing")
    day = days["meeting"]
    for _ in range(needed - 1):
        day -= ONE_DAY
        while not ask.in_session(day):
            day -= ONE_DAY
    why = f"{_body(ask.regime.approval)} decides on the last day of the interviews"
    why += f", which take {needed} days: this is the first." if needed > 1 else "."
    return Latest(day, why, (SAME_DAY, USUAL["interviewing"]))


def _period_end(ask: Ask, days: Days) -> Latest:
    rules = (ask.regime.names.hold_for_representations,) if ask.regime.names else ()
    why = "Nobody is recommended until it has ended, or the authority has said that it makes none."
    return Latest(days["meeting"] - ONE_DAY, why, rules)


def _receipt(ask: Ask, days: Days) -> Latest:
    if ask.period is None or not ask.waits_for_period:
        why = "The authority has the names before the interviews, and says that it makes none."
        return Latest(days["interviews"] - ONE_DAY, why)
    law, *own = ask.regime.waits
    longest = (own or [law])[-1].value
    also = [f" It asks panels to wait for {rule.value.describe()}." for rule in own]
    why = f"The authority has {law.value.describe()}.{''.join(also)}"
    return Latest(longest.latest_start(days["period_end"], ask.calendar), why, (law, *own))


def _shortlist(ask: Ask, days: Days) -> Latest:
    needed = ask.length("references")
    for_references = Latest(
        days["interviews"] - ONE_DAY * needed,
        f"{_before(needed, 'the interviews')}, for references.",
        (USUAL["references"],),
    )
    if ask.regime.names is None:
        return for_references
    for_names = Latest(
        days["receipt"],
        "The shortlist is agreed before its names go to the authority.",
        (ask.regime.names.names_to_authority,),
    )
    return min(for_references, for_names, key=lambda each: each.day)


def _after(key: str, what: str, follows: str) -> Callable[[Ask, Days], Latest]:
    """Return what reckons a step by a usual length before the one that follows it."""

    def latest(ask: Ask, days: Days) -> Latest:
        needed = ask.length(key)
        return Latest(days[follows] - ONE_DAY * needed, f"{_before(needed, what)}.", (USUAL[key],))

    return latest


def _advertise(ask: Ask, days: Days) -> Latest:
    """The advertisement is none the better for days on which schools are empty: say how many."""
    latest = _after("advertising", "applications close", "close")(ask, days)
    whole = (days["close"] - latest.day).days
    open_for = [latest.day + ONE_DAY * n for n in range(whole)]
    away = sum(ask.calendar.school_holiday(day) is not None for day in open_for)
    if not away:
        return latest
    why = f"{latest.why} {away} of its {whole} days fall in a school holiday."
    return replace(latest, why=why)


def _tell(ask: Ask, days: Days) -> Latest:
    rule = ask.regime.notice_of_vacancy
    if rule is None:
        return Latest(days["panel"], "The authority has no part in this appointment.")
    if rule.value.before_any_step:
        return Latest(days["panel_notice"], "Before any other step is taken.", (rule,))
    why = "The law does not put it before every other step. It is in good time before the panel."
    return Latest(days["panel"], why, (rule,))


def _body(rule: Rule[str]) -> str:
    return f"The {rule.value.replace('_', ' ')}"


def _governors_approve(ask: Ask) -> bool:
    return ask.regime.approval.value == "governing_body"


def _always(name: str) -> Callable[[Ask], str]:
    return lambda _: name


STEPS = (
    Step("start", _always("The new head is in post"), _start),
    Step("checks", _always("The checks are complete"), _checks),
    Step(
        "accept",
        _always("Offer accepted, resignation elsewhere"),
        _accept,
        belongs=lambda ask: ask.appointee is not Appointee.FREE,
    ),
    Step("offer", _always("The conditional offer is made"), _offer, on=On.WORKING),
    Step(
        "appoint",
        lambda ask: f"{_body(ask.regime.appointer)} appoints",
        _appoint,
        belongs=lambda ask: not ask.regime.approval_appoints,
        on=On.WORKING,
    ),
    Step(
        "meeting",
        lambda ask: f"{_body(ask.regime.approval)} approves",
        _meeting,
        on=On.SESSION,
    ),
    Step(
        "notice",
        _always("Notice of the approving meeting"),
        _notice_of("meeting"),
        belongs=_governors_approve,
        on=On.WORKING,
    ),
    Step(
        "period_end",
        _always("The period for representations ends"),
        _period_end,
        belongs=lambda ask: ask.period is not None,
    ),
    Step("interviews", _always("The interviews begin"), _interviews, on=On.SESSION),
    Step(
        "receipt",
        _always("The authority has the names"),
        _receipt,
        belongs=lambda ask: ask.period is not None,
        on=On.WORKING,
    ),
    Step("shortlist", _always("The shortlist is agreed"), _shortlist, on=On.SESSION),
    Step("close", _always("Applications close"), _after("sifting", "the shortlist", "shortlist")),
    Step(
        "advertise",
        _always("The post is advertised"),
        _advertise,
        on=On.WORKING,
    ),
    Step(
        "panel",
        _always("The panel is appointed"),
        _after("preparation", "the advertisement", "advertise"),
        on=On.SESSION,
    ),
    Step(
        "panel_notice",
        _always("Notice of the meeting on the panel"),
        _notice_of("panel"),
        on=On.WORKING,
    ),
    Step(
        "tell",
        _always("The authority is told"),
        _tell,
        binds=False,
        belongs=lambda ask: ask.regime.notice_of_vacancy is not None,
        on=On.WORKING,
    ),
)
