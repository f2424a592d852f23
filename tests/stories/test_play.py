"""Stories are played through the actions, stop at the first surprise, and leave nothing behind."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from accounts.models import User
from casework.models import Event
from recruitment.models import Vacancy
from schools.models import Authority, GoverningBody, Membership, School
from schools.models.choices import Category, MemberKind, Status
from stories.shipped import FILES
from tests.recruitment.headship import on_day
from tests.stories.conftest import SHORT, Play, Write, line_of

pytestmark = pytest.mark.django_db

ATTACH = """\
  - date: start+2
    by: clerk
    do: attach
    with: {title: Proof, file: proof.pdf}
"""


def counts() -> list[int]:
    return [model.objects.count() for model in (Vacancy, Event, User, School, GoverningBody)]


def test_each_step_is_printed_with_its_outcome(write: Write, play: Play) -> None:
    lines = play(write()).splitlines()
    assert lines[0] == "A vacancy is opened and withdrawn"
    assert lines[1].split(None, 1)[1] == "7 Sep 2026  Ann Rees: open vacancy: done"
    assert "Ann Rees: advertise: refused, as the story says: This cannot be done" in lines[4]
    assert "[not_at_this_stage]" in lines[4]
    assert lines[6].endswith("check: stage, events: as it should be")
    assert re.fullmatch(r"Played to its end: HT-2026-\d{5}, 4 events\.", lines[7])


def test_playing_leaves_nothing(write: Write, play: Play) -> None:
    before = counts()
    play(write())
    assert counts() == before


def test_what_is_kept_is_recorded_on_the_days_of_the_story(write: Write, play: Play) -> None:
    play(write(), "--keep")
    vacancy = Vacancy.objects.get()
    events = vacancy.events.order_by("number")
    assert vacancy.stage == "withdrawn"
    assert [event.happened_on.day for event in events] == [7, 8, 9, 11]
    assert [event.recorded_at.date() for event in events] == [e.happened_on for e in events]
    assert {event.by.email for event in events} == {
        "ann.rees@demo.headship.example",
        "tom.hale@demo.headship.example",
    }


def test_a_step_can_be_recorded_later_than_it_happened(write: Write, play: Play) -> None:
    late = ("date: start+1\n", "date: start+1\n    recorded: start+2\n")
    play(write(late), "--keep")
    event = Vacancy.objects.get().events.get(number=2)
    assert (event.happened_on, event.recorded_at.date()) == (date(2026, 9, 8), date(2026, 9, 9))


def test_the_same_story_can_be_kept_twice_with_the_same_people(write: Write, play: Play) -> None:
    play(write(), "--keep")
    people = User.objects.count()
    play(write(), "--keep")
    assert Vacancy.objects.count() == 2
    assert User.objects.count() == people


def test_an_unexpected_refusal_is_a_surprise(write: Write, surprise: Play) -> None:
    path = write(("    refused: not_at_this_stage\n", ""))
    line = line_of(path, "start+3")
    assert surprise(path) == (
        f"{path}:{line}: advertise was refused: This cannot be done while the case stands at "
        "“Vacancy recorded”. [not_at_this_stage]"
    )


def test_a_refusal_with_another_key_is_a_surprise(write: Write, surprise: Play) -> None:
    path = write(("refused: not_at_this_stage", "refused: [not_at_this_stage, inquorate]"))
    said = f"{path}:{line_of(path, 'start+3')}: advertise was refused, but not with inquorate: "
    assert surprise(path).startswith(said)


def test_a_step_that_had_to_be_refused_and_was_done_is_a_surprise(
    write: Write, surprise: Play
) -> None:
    path = write(("{how: by e-mail}", "{how: by e-mail}\n    refused: already_told"))
    assert surprise(path) == (
        f"{path}:{line_of(path, 'date: start+1')}: notify_authority was done. It had to be refused "
        "with already_told."
    )


def test_a_check_that_fails_is_named_with_its_own_line(write: Write, surprise: Play) -> None:
    path = write(("check: {stage: withdrawn, events: 4}", "check:\n      stage: in_post"))
    assert surprise(path) == (
        f"{path}:{line_of(path, 'in_post')}: On 11 September 2026 stage is withdrawn, not in_post."
    )


def test_a_surprise_leaves_nothing_of_any_story(write: Write, surprise: Play) -> None:
    before = counts()
    good = write()
    bad = good.with_name("bad.yaml")
    bad.write_text(good.read_text().replace("events: 4", "events: 5"))
    surprise(good, bad, "--keep")
    assert counts() == before


def test_a_step_recorded_before_the_one_above_it_is_a_surprise(
    write: Write, surprise: Play
) -> None:
    path = write(("date: start+2", "date: start"))
    said = f"{path}:{line_of(path, 'add_criterion') - 2}: This step was recorded before the one"
    assert surprise(path).startswith(said)


def test_the_story_opens_its_vacancy_first(write: Write, surprise: Play) -> None:
    opening, notice = SHORT.split("  - date: start+1\n")
    path = write(text=opening.partition("  - date")[0] + "  - date: start+1\n" + notice)
    said = f"{path}:{line_of(path, 'start+1')}: The story has not opened its case yet."
    assert surprise(path) == said


def test_a_person_without_a_part_is_a_stranger(write: Write, play: Play) -> None:
    adviser = ("by: chair\n    do:", "by: adviser\n    refused: stranger\n    do:")
    assert "[stranger]" in play(write(adviser, ("{stage: withdrawn, events: 4}", "{events: 3}")))


def test_a_fact_that_a_document_lacks_is_a_refusal(write: Write, play: Play) -> None:
    step = "do: notify_authority\n    with: {how: by e-mail}"
    draft = "do: draft_document\n    with: {kind: panel_report}\n    refused: missing_fact"
    played = play(write((step, draft), ("withdrawn, events: 4", "withdrawn, events: 3")))
    assert "[missing_fact]" in played


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("tested_by: [interview]", "tested_by: [guess]", "“guess” is not known here. It is one"),
        ("reason: retirement", "reason: [retirement]", "A text is wanted here"),
        ("2026-12-31", "31 December", "“31 December” is not a date."),
        ("do: notify_authority\n    with: {how: by e-mail}",
         "do: draft_document\n    with: {kind: poem}", "draft_document could not be done: Ther"),
        ("do: notify_authority\n    with: {how: by e-mail}",
         "do: tell_candidate\n    with: {candidate: C9, how: x}", "There is no one candidate C9."),
        ("do: notify_authority\n    with: {how: by e-mail}",
         "do: minute_item\n    with: {meeting: last, title: x, minute: x}",
         "There is no meeting “last”: 0 so far. Give its number, or last."),
        ("do: notify_authority\n    with: {how: by e-mail}",
         "do: issue_document\n    with: {document: notice_of_vacancy}", "There is no document"),
        ("do: notify_authority\n    with: {how: by e-mail}",
         "do: attach\n    with: {title: x, file: none.pdf}", "none.pdf cannot be read: No such"),
        ("do: notify_authority\n    with: {how: by e-mail}",
         "do: attach\n    with: {title: x, file: story.yaml}", "“story.yaml” is not, by its cont"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_named_with_its_line(
    write: Write, surprise: Play, right: str, wrong: str, said: str
) -> None:
    ended = surprise(write((right, wrong)))
    assert said in ended
    assert ended.startswith(str(write()))


def test_a_story_of_a_category_whose_law_is_not_held_is_refused(
    write: Write, surprise: Play
) -> None:
    unit = write(("Voluntary controlled school", "pupil_referral_unit"), ("England}", "Wales}"))
    assert "open_vacancy was refused: " in surprise(unit)
    assert "[no_regime]" in surprise(unit)


def test_a_story_plays_at_a_school_of_the_register(write: Write, play: Play) -> None:
    authority = Authority.objects.create(code="301", name="Barking and Dagenham")
    School.objects.create(
        urn=100001,
        name="A real school",
        authority=authority,
        category=Category.COMMUNITY,
        status=Status.OPEN,
    )
    invented = "{name: Mill Lane Primary School, category: Voluntary controlled school, nation: "
    path = write((f"{invented}England}}", "{urn: 100001}"))
    play(path, "--keep")
    assert Vacancy.objects.get().school.name == "A real school"
    assert authority.staff.count() == 2


def test_the_outgoing_head_is_a_member_of_the_governing_body_and_no_part_of_the_case(
    write: Write, play: Play
) -> None:
    head = ("officer: Joan Beck\n", "officer: Joan Beck\n  outgoing_head: Mona Frith\n")
    opening = ("reason: retirement}", "reason: retirement, outgoing_head: outgoing_head}")
    play(write(head, opening), "--keep")
    vacancy = Vacancy.objects.get()
    [membership] = Membership.objects.filter(kind=MemberKind.HEAD)
    assert membership.user == vacancy.outgoing_head
    assert not vacancy.grants.filter(user=membership.user).exists()
    assert vacancy.grants.filter(user__full_name="Uma Shah").exists()


def test_a_school_that_was_not_imported_is_named_with_its_line(
    write: Write, surprise: Play
) -> None:
    invented = "{name: Mill Lane Primary School, category: Voluntary controlled school, nation: "
    path = write((f"{invented}England}}", "{urn: 100009}"))
    said = f"{path}:{line_of(path, 'urn')}: No school with URN 100009 has been imported."
    assert surprise(path) == said


def test_what_has_not_happened_yet_can_be_played_and_not_kept(
    write: Write, play: Play, surprise: Play
) -> None:
    path = write()
    with on_day(date(2026, 9, 10)):
        assert "Played to its end" in play(path)
        last = line_of(path, "do: withdraw_vacancy") - 2
        assert surprise(path, "--keep").startswith(f"{path}:{last}: 11 September 2026 has not come")


def test_a_file_goes_with_the_row_that_was_rolled_back(
    write: Write, play: Play, surprise: Play
) -> None:
    next_step = "  - date: start+3\n"
    path = write((next_step, ATTACH + next_step), ("events: 4", "events: 5"))
    path.with_name("proof.pdf").write_bytes((FILES / "proof_of_delivery.pdf").read_bytes())
    play(path)
    path.write_text(path.read_text().replace("events: 5", "events: 6"))
    surprise(path, "--keep")
    assert default_storage.listdir("attachments")[1] == []
    path.write_text(path.read_text().replace("events: 6", "events: 5"))
    play(path, "--keep")
    assert len(default_storage.listdir("attachments")[1]) == 1


def test_an_override_sets_a_house_rule_aside_and_is_recorded(write: Write, play: Play) -> None:
    path = write(text=(FILES / "receipt_contested.yaml").read_text())
    path.with_name("proof_of_delivery.pdf").write_bytes(
        (FILES / "proof_of_delivery.pdf").read_bytes()
    )
    text = path.read_text()
    override = "override: The authority has said on the telephone that it agrees"
    text = text.replace("refused: representations_period_open", override)
    step, _, _ = text.rpartition("  - date: start+41\n    check")
    path.write_text(
        f"{step}  - date: start+41\n"
        "    check: {stage: recommended, set_aside: [representations_period_open]}\n"
    )
    assert "set_aside: as it should be" in play(path)


def test_the_command_asks_for_a_story(surprise: Play) -> None:
    assert surprise() == "Name a story to play, or ask for --demonstration."


def test_there_is_no_demonstration_where_it_is_turned_off(
    surprise: Play, settings: Settings
) -> None:
    settings.DEMONSTRATION = False
    assert surprise("--demonstration") == "The demonstration is turned off here (DEMONSTRATION)."


def test_the_demonstration_takes_no_other_story(surprise: Play, write: Write) -> None:
    assert "stories that come with Headship" in surprise("--demonstration", write())


def test_must_show_one_date_moved_inside_the_period_is_found(
    tmp_path: Path, surprise: Play
) -> None:
    """A copy of a story, with the day of the recommendation moved inside the period."""
    story = "representations_considered_answered_overruled.yaml"
    text = (FILES / story).read_text()
    step = "  - date: start+46\n    by: Tom Hale\n    do: recommend\n    with:\n      candidate: C2"
    assert text.count(step) == 1
    moved = tmp_path / story
    moved.write_text(text.replace(step, step.replace("start+46", "start+44")))
    before = text.partition(step)[0]
    ended = surprise(moved)
    assert ended.startswith(f"{moved}:{before.count(chr(10)) + 1}: recommend was refused: ")
    assert "[representations_period_open]" in ended
