"""What a meeting decides: in which, on which day, with what quorum, votes and withdrawals."""

from collections.abc import Iterator

from accounts.models import User
from casework.action import Facts
from casework.models import Meeting, MeetingItem
from casework.rules import entry
from casework.words import written
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules.base import Rule


def meeting_held(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A decision is taken at a meeting of the governing body that was held."""
    meeting: Meeting | None = f.get("meeting")
    if meeting is None:
        return
    if meeting.body != Meeting.Body.GOVERNING_BODY:
        yield p.regime.approval.obstacle(
            "not_the_governing_body",
            "Only the governing body can decide this, and it cannot delegate it.",
            "Name a meeting of the governing body.",
        )
    elif not meeting.held:
        yield p.regime.approval.obstacle(
            "meeting_not_held",
            "The governing body decides in a meeting; attendance at this one is not recorded.",
            "Record who was at the meeting.",
        )


def a_meeting_to_decide_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Until a meeting has been held since the last step there is none to decide in."""
    held = [m for m in p.meetings if m.held and m.body == Meeting.Body.GOVERNING_BODY]
    if not f.get("meeting") and not [m for m in held if m.held_on >= p.case.moved_on]:
        yield p.regime.approval.obstacle(
            "no_meeting_held",
            "The governing body decides this in a meeting, and none has been held for it.",
            "Call the meeting, and record who was there.",
        )


def decided_in_a_meeting(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What can be delegated is decided in a governing body's meeting, or it is said why not."""
    meeting: Meeting | None = f.get("meeting")
    if "meeting" in f and meeting is None:
        yield p.regime.decided_in_meeting.obstacle(
            "no_meeting_named",
            "No meeting of the governing body is named in which this was decided.",
            "Name the meeting, or say to whom the governing body has delegated the decision.",
        )
    elif meeting and not (meeting.held and meeting.body == Meeting.Body.GOVERNING_BODY):
        yield entry(
            "meeting_not_held",
            "No attendance is recorded at such a meeting of the governing body.",
            "Name a meeting of the governing body that was held.",
        )


def quorate(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An inquorate meeting decides nothing: those who withdrew are not counted."""
    meeting: Meeting | None = f.get("meeting")
    if meeting is None or not meeting.held:
        return
    here, needed = len(p.voters_at(meeting, f.get("withdrew", ()))), p.quorum_for(meeting.held_on)
    if here < needed:
        yield p.regime.quorum.obstacle(
            "inquorate",
            f"{here} governors were present for this item; the quorum on "
            f"{written(meeting.held_on)} was {needed}.",
            "Call another meeting: this one decided nothing on it.",
        )


def decided_on_the_day(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What a meeting decides is decided on the day of the meeting, whenever it is recorded."""
    meeting: Meeting | None = f.get("meeting")
    on = f.get("on")
    if meeting and on and on != meeting.held_on:
        yield entry(
            "not_the_day_of_the_meeting",
            f"The meeting is that of {written(meeting.held_on)}, and the decision is dated "
            f"{written(on)}.",
            "Give the date of the meeting as that of the decision, or name another meeting.",
        )


def votes_add_up(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody votes who was not there, or twice."""
    meeting: Meeting | None = f.get("meeting")
    if meeting is None or not meeting.held or f.get("votes_for") is None:
        return
    votes = (f["votes_for"], f["votes_against"], f["abstained"])
    here = len(p.voters_at(meeting, f.get("withdrew", ())))
    if sum(votes) != here or min(votes) < 0:
        yield entry(
            "votes_do_not_add_up",
            f"{sum(votes)} votes and abstentions are recorded; {here} governors were present and "
            "entitled to vote.",
            "Check the count, the attendance and who withdrew.",
        )


def carried(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A majority of the votes cast, or the chair's casting vote on a tie."""
    yield from _outcome(p, f, wanted=MeetingItem.Casting.FOR)


def lost(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The proposal did not have a majority."""
    yield from _outcome(p, f, wanted=MeetingItem.Casting.AGAINST)


def _outcome(p: Position, f: Facts, wanted: MeetingItem.Casting) -> Iterator[Obstacle]:
    if f.get("votes_for") is None:
        return
    ayes, noes, casting = f["votes_for"], f["votes_against"], f.get("casting", "")
    if casting and ayes != noes:
        yield p.regime.casting_vote.obstacle(
            "casting_vote_without_a_tie",
            f"The votes were {ayes} for and {noes} against: there was no tie to break.",
            "Leave out the casting vote.",
        )
    elif result_of(ayes, noes, casting) != wanted:
        yield p.regime.casting_vote.obstacle(
            "vote_says_otherwise",
            f"The votes were {ayes} for and {noes} against"
            + (f", with the casting vote {casting}" if casting else "")
            + ", which does not decide this.",
            "Record the decision that the vote made, or the chair's casting vote on a tie.",
        )


def result_of(ayes: int, noes: int, casting: str) -> str:
    """Return how a vote came out: 'for', 'against', or '' for a tie that nobody broke."""
    if ayes == noes:
        return casting
    return MeetingItem.Casting.FOR if ayes > noes else MeetingItem.Casting.AGAINST


def conflicted_withdrew(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever has an interest in the person under discussion withdraws and does not vote."""
    meeting: Meeting | None = f.get("meeting")
    chosen = p.chosen
    if meeting is None or chosen is None:
        return
    for person in p.voters_at(meeting, f.get("withdrew", ())):
        if p.could_succeed(person, chosen, p.on):
            yield from staff_governor_withdraws(p, person, "Record the withdrawal")
        elif p.is_conflicted(person, chosen):
            yield p.regime.conflicts_withdraw.obstacle(
                "conflicted_did_not_withdraw",
                f"{person.full_name} has declared an interest in this candidate and is not "
                "recorded as withdrawn.",
                "Record the withdrawal; the quorum is counted without them.",
            )


def staff_governor_withdraws(p: Position, person: User, way: str) -> Iterator[Obstacle]:
    """Say that a staff governor withdraws where they could succeed an internal candidate."""
    rule = p.regime.staff_governors
    if rule:
        yield rule.obstacle(
            "staff_governor_could_benefit",
            f"{person.full_name} is a staff governor and could seek the post that this candidate "
            "would leave.",
            f"{way}, or record their undertaking in writing not to seek it or benefit.",
        )


def withdrawn_do_not_vote(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever takes no part in this appointment has no vote in it, and no casting vote."""
    meeting: Meeting | None = f.get("meeting")
    if meeting is None:
        return
    away = {u.pk for u in f.get("withdrew", ())}
    for person in p.voters_at(meeting, f.get("withdrew", ())):
        if p.has_withdrawn(person, meeting.held_on):
            yield p.regime.conflicts_withdraw.obstacle(
                "conflicted_did_not_withdraw",
                f"{person.full_name} takes no part in this appointment and is not recorded as "
                "withdrawn.",
                "Record the withdrawal; the quorum is counted without them.",
            )
    if f.get("casting") and meeting.chaired_by_id in away:
        yield p.regime.casting_vote.obstacle(
            "casting_vote_of_one_withdrawn",
            "The chair of the meeting withdrew for this item and has no casting vote on it.",
            "Leave it out: a tie that nobody breaks decides nothing.",
        )


VOTE: tuple[Rule, ...] = (
    a_meeting_to_decide_in,
    meeting_held,
    decided_on_the_day,
    quorate,
    votes_add_up,
    withdrawn_do_not_vote,
)
IN_A_MEETING: tuple[Rule, ...] = (decided_in_a_meeting, decided_on_the_day, quorate)
