"""Two kinds of case are kept apart: their actions, roles, checks, obstacles, cases and chapters."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from accounts.models import User
from casework.action import Actor, Facts, Process, step
from casework.event_page import EventPage
from casework.models import Event
from casework.policy import Capability, table
from casework.rules import entry
from law.base import Obstacle
from recruitment import load
from recruitment.actions.opening import open_vacancy
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.stages import RUNNING
from schools.models import Membership, Office
from schools.models.choices import MemberKind, OfficeKind
from stories import obstacles, shipped
from stories.headship import HEADSHIP
from stories.kinds import Check, KindOfStory
from stories.people import Role
from stories.registry import KINDS_OF_STORY
from stories.report import chapter
from stories.shipped import FILES
from stories.source import BadStory
from stories.story import load as read
from tests.stories.conftest import Play, Write, line_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)


# A kind of case of one action, which has the name of an action of a headship


def engaged(_: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody answers at nought."""
    if f.get("number") == 0:
        yield entry("line_engaged", "The line is engaged.", "Ring another number.")


def notify_authority(vacancy: Vacancy, *, number: int, by: Actor, on: date) -> Event:
    """Ring the authority."""
    with step(CALLS, vacancy, "notify_authority", by=by, on=on, number=number) as s:
        pass
    return s.done


def calls(p: Position, _: str) -> int:
    """Return how often the authority was rung."""
    return int(p.case.events.filter(action="notify_authority").count())


def nothing(*_: Any) -> list[Any]:
    """Return nothing, whatever is asked."""
    return []


RULES = {"notify_authority": (engaged,)}
CALLS: Process[Vacancy, Position] = Process(
    name="calls",
    model=Vacancy,
    table=table(
        Capability(
            key="notify_authority",
            sentence="Ring the authority",
            roles=("clerk",),
            stages=RUNNING,
        )
    ),
    role_names={"clerk": "caller"},
    load=load.position,
    obstacles=lambda p, action, facts: list(engaged(p, facts)),
    after=lambda case, event: None,
    actions={"open_vacancy": open_vacancy, "notify_authority": notify_authority},
)
TELEPHONE = replace(
    HEADSHIP,
    name="telephone_calls",
    process=CALLS,
    papers={},
    cases=lambda: load.vacancies().filter(reason="new_post"),
    roles=(
        Role("clerk", "caller", needed=True, office=OfficeKind.CLERK),
        Role("head", "head", seat=MemberKind.HEAD),
        Role("staff_governor", "teacher", seat=MemberKind.STAFF),
        Role("listeners", "listener", several=True, seat=MemberKind.CO_OPTED),
    ),
    checks=(Check("calls", "how often the authority was rung", calls),),
    rules=RULES,
    modules=(sys.modules[__name__],),
    events=EventPage(
        table=CALLS.table,
        role_names=CALLS.role_names,
        no_step={"open_vacancy": "Open the line"},
        opens=lambda desk, event: True,
        kept_back="",
    ),
    titled=lambda case: f"Calls of {case.school.name}",
    facts=lambda case: (("Line", "Open"),),
    files={"calls": "The file of the calls"},
    record_file="calls",
    held=nothing,
    impossible=nothing,
)

STORY = """\
story: The authority is rung
process: telephone_calls
start: 2026-09-07
school: {name: Mill Lane Primary School, category: Community school}
people:
  clerk: Ann Rees
  head: Mona Frith
  staff_governor: Lee Ward
  listeners: [Tom Hale, Lee Ward, {name: Uma Shah, kind: parent}]
steps:
  - date: start
    by: clerk
    do: open_vacancy
    with: {outgoing_last_day: 2026-12-31, reason: new_post}
  - date: start+1
    by: clerk
    do: notify_authority
    with: {number: 0}
    refused: line_engaged
  - date: start+1
    by: clerk
    do: notify_authority
    with: {number: 2}
  - date: start+1
    check: {calls: 1, stage: recorded}
"""


@pytest.fixture(autouse=True)
def _telephone() -> Iterator[None]:
    """Put the kind of this module before the others, which would take its cases for their own.

    Afterwards they stand in their own order again: the page in docs/ is in that order.
    """
    kept = dict(KINDS_OF_STORY)
    KINDS_OF_STORY.clear()
    KINDS_OF_STORY.update({TELEPHONE.name: TELEPHONE, **kept})
    yield
    KINDS_OF_STORY.clear()
    KINDS_OF_STORY.update(kept)


def fault(path: Path) -> str:
    """Return what is wrong with the story, after its file."""
    with pytest.raises(BadStory) as error:
        read(path, TODAY)
    return str(error.value).removeprefix(f"{path}:")


def test_a_story_without_a_process_is_of_a_headship(write: Write) -> None:
    assert read(write(), TODAY).kind is HEADSHIP
    assert read(write(("start: 2026", "process: headship\nstart: 2026")), TODAY).kind is HEADSHIP
    assert read(write(text=STORY), TODAY).kind is TELEPHONE


def test_an_unknown_process_is_named_with_its_line_and_the_way_out(write: Write) -> None:
    path = write(("process: telephone_calls", "process: letters"), text=STORY)
    line = line_of(path, "letters")
    assert fault(path) == (
        f"{line}: There is no process “letters”. "
        "It is one of: headship, performance_management, telephone_calls."
    )


def test_a_story_of_another_kind_plays_through_its_own_actions(write: Write, play: Play) -> None:
    played = play(write(text=STORY), "--keep")
    assert "[line_engaged]" in played
    assert "check: calls, stage: as it should be" in played
    assert Event.objects.get(action="notify_authority").data == {"number": 2}


@pytest.mark.parametrize(
    ("text", "right", "wrong", "said"),
    [
        (STORY, "{number: 2}", "{how: by hand}",
         "“how” is no argument of notify_authority. It is one of: number."),
        (None, "{how: by e-mail}", "{number: 2}", "“number” is no argument of notify_authority."),
        (STORY, "do: notify_authority\n    with: {number: 2}", "do: withdraw_vacancy",
         "There is no action “withdraw_vacancy”. It is one of: notify_authority, open_vacancy."),
        (STORY, "refused: line_engaged", "refused: why_missing", "No obstacle has the key"),
        (None, "refused: not_at_this_stage", "refused: line_engaged", "No obstacle has the key"),
        (STORY, "calls: 1", "round: 1", "“round” is nothing to check. It is one of: calls, docum"),
        (None, "events: 4", "calls: 4", "“calls” is nothing to check."),
        (STORY, "  head: Mona Frith", "  chair: Mona Frith",
         "“chair” is not known here. It is one of: clerk, head, listeners, staff_governor."),
        (None, "  officer: Joan Beck", "  listeners: [Joan Beck]", "“listeners” is not known here"),
    ],
)  # fmt: skip
def test_what_belongs_to_the_other_kind_is_unknown(
    write: Write, text: str | None, right: str, wrong: str, said: str
) -> None:
    path = write((right, wrong), text=text) if text else write((right, wrong))
    assert fault(path).partition(": ")[2].startswith(said)


def test_its_roles_become_governors_in_the_seats_that_it_says(write: Write, play: Play) -> None:
    play(write(text=STORY), "--keep")
    seats = {str(m.user): m.kind for m in Membership.objects.all()}
    assert seats == {
        "Mona Frith": MemberKind.HEAD,
        "Lee Ward": MemberKind.STAFF,  # a listener besides
        "Tom Hale": MemberKind.CO_OPTED,
        "Uma Shah": MemberKind.PARENT,
    }
    assert [(str(o.user), o.office) for o in Office.objects.all()] == [("Ann Rees", "clerk")]
    shown = dict(User.objects.values_list("full_name", "demonstration_role"))
    assert shown["Ann Rees"] == "caller"
    assert shown["Lee Ward"] == "teacher"


def test_each_kind_has_the_obstacles_of_its_own_action_of_one_name() -> None:
    assert "line_engaged" in obstacles.of_action("notify_authority", TELEPHONE)
    assert "line_engaged" not in obstacles.of_action("notify_authority", HEADSHIP)
    assert "already_told" in obstacles.of_action("notify_authority", HEADSHIP)
    assert "already_told" not in obstacles.known(TELEPHONE)


def section(kind: KindOfStory) -> str:
    """Return what the chapter of a kind says of the action that both have."""
    page = "\n".join(chapter(kind))
    return page.partition("##### `notify_authority`\n")[2].partition("####")[0]


def test_the_chapter_of_each_kind_tells_of_its_own_action() -> None:
    assert next(chapter(TELEPHONE)) == "## Telephone calls\n\n`process: telephone_calls`.\n"
    ours, other = section(TELEPHONE), section(HEADSHIP)
    assert "Ring the authority.\n\nBy: caller. At: every stage until it ends." in ours
    assert "| `number` | whole number |" in ours
    assert "| `how` | text |" in other


def test_a_case_of_another_kind_is_exported_as_that_kind(
    write: Write, play: Play, tmp_path: Path
) -> None:
    play(write(text=STORY), "--keep")
    play(write(), "--keep")
    titles = {}
    for case in Vacancy.objects.all():
        folder = tmp_path / case.reference
        call_command("export_case", case.reference, str(folder))
        index = (folder / "index.html").read_text(encoding="utf-8")
        titles[case.reason] = index.partition("<h1>")[2].partition("</h1>")[0]
    assert titles == {
        "new_post": "Calls of Mill Lane Primary School",
        "retirement": "Headship of Mill Lane Primary School",
    }


def test_stories_in_a_folder_below_are_shipped_and_each_kind_is_kept_once(
    write: Write, play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tmp_path / "files"
    below = files / "telephone_calls"
    below.mkdir(parents=True)
    write().rename(files / "one.yaml")
    write(text=STORY).rename(below / "two.yaml")
    monkeypatch.setattr(shipped, "FILES", files)
    assert shipped.shipped() == [files / "one.yaml", below / "two.yaml"]

    play(files / "one.yaml", "--keep")
    played = play("--demonstration")
    assert "The authority is rung" in played
    assert "A vacancy is opened and withdrawn" not in played
    assert play("--demonstration").startswith("Sign in as one of:")


def test_the_stories_of_the_folder_itself_are_those_of_headships() -> None:
    assert all(read(path, TODAY).kind is HEADSHIP for path in FILES.glob("*.yaml"))
