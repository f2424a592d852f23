"""Whatever is wrong with a story as it is written is named with its line, before it is played."""

from datetime import date

import pytest

from stories.source import BadStory
from stories.story import Act, Look, load
from tests.stories.conftest import SHORT, Write, line_of

TODAY = date(2026, 11, 20)


def test_a_story_is_read_with_its_people_and_its_steps(write: Write) -> None:
    story = load(write(), TODAY)
    assert story.title == "A vacancy is opened and withdrawn"
    assert list(story.people.seats()) == ["Tom Hale", "Uma Shah", "Lee Ward"]
    assert [type(step) for step in story.steps] == [Act, Act, Act, Act, Act, Look]
    assert (story.first, story.last.day) == (date(2026, 9, 7), date(2026, 9, 11))


FAULTS = [
    ("do: notify_authority", "do: tell_authority", "There is no action “tell_authority”. It is"),
    ("{how: by e-mail}", "{hwo: by e-mail}", "“hwo” is no argument of notify_authority. It is"),
    ("with: {how: by e-mail}", "with: {}", "notify_authority needs “how”."),
    ("    with: {how: by e-mail}\n", "    # nothing\n", "notify_authority needs “how”."),
    ("by: chair", "by: treasurer", "Nobody in this story is “treasurer”. It is one of: "),
    ("by: chair", "by: panel", "Nobody in this story is “panel”."),
    ("refused: not_at_this_stage", "refused: too_early", "No obstacle has the key “too_early”."),
    ("refused: not_at_this_stage", "refuse: x", "“refuse” is not known here. It is one of: "),
    ("date: start+1\n", "date: start+1x\n", "“start+1x” is not a date."),
    ("date: start+1\n", "on: start+1\n", "“on” is not known here."),
    ("events: 4", "evens: 4", "“evens” is nothing to check. It is one of: "),
    ("category: Voluntary controlled school", "category: Big school", "“Big school” is not the"),
    ("nation: England", "nation: Scotland", "“scotland” is not a nation. It is one of: "),
    ("nation: England", "county: Kent", "“county” is not known here."),
    ("officer: Joan Beck", "officers: [Joan Beck]", "“officers” is not known here."),
    ("panel: [Tom Hale, Uma Shah, Lee Ward]", "panel: Tom Hale", "A list of people is wanted"),
    ("adviser: Ifor Prys", "adviser: {name: A, email: tom.hale@demo.headship.example}", "tom.hale"),
    ("start: 2026-09-07", "start: soon", "“soon” is not a day to start on."),
    ("events: 4", "events: 4}\n  - {date: start+5, by: clerk", "“do” is missing."),
    ("events: 4", "events: 4}\n  - {by: clerk, do: confirm", "“date” is missing."),
    ("events: 4", "events: 4}\n  - {date: start+9, by: clerk, check: {round: 1}", "“by” is not"),
    ("with: {how: by e-mail}", "with: {how: by e-mail}\n    each: []", "Nothing stands under"),
    ("with: {how: by e-mail}", "with: {how: by hand}\n    each: [{how: no}]", "“how” stands under"),
    ("with: {how: by e-mail}", "each: [{how: by hand}, {hwo: no}]", "“hwo” is no argument of"),
    ("with: {how: by e-mail}", "each: [{to: Joan Beck}]", "notify_authority needs “how”."),
    ("events: 4", "events: 4}\n  - {date: start+9, each: [{a: b}], check: {round: 1}", "“with” is"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), FAULTS)
def test_a_fault_is_named_with_its_line(write: Write, right: str, wrong: str, said: str) -> None:
    path = write((right, wrong))
    with pytest.raises(BadStory) as error:
        load(path, TODAY)
    faulty = wrong.splitlines()[-1].strip()
    line = line_of(path, "do: notify_authority" if faulty == "# nothing" else faulty)
    assert str(error.value).startswith(f"{path}:{line}: {said}")


@pytest.mark.parametrize("key", ["story", "school", "people", "steps"])
def test_what_a_story_must_say_is_missed(write: Write, key: str) -> None:
    with pytest.raises(BadStory, match=rf":\d+: “{key}(s)?” is "):
        load(write((f"\n{key}:" if key != "story" else "story:", f"\n{key}s:")), TODAY)


def test_a_person_who_is_needed_is_missed(write: Write) -> None:
    path = write(("  clerk: Ann Rees\n", ""))
    with pytest.raises(BadStory, match=f":{line_of(path, 'chair: Tom Hale')}: “clerk” is missing."):
        load(path, TODAY)


def test_a_story_needs_a_step(write: Write) -> None:
    path = write(text=SHORT.partition("steps:")[0] + "steps: []\n")
    with pytest.raises(BadStory, match="The story has no steps"):
        load(path, TODAY)


def test_nothing_is_recorded_before_it_happened(write: Write) -> None:
    path = write(("date: start+1\n", "date: start+1\n    recorded: start\n"))
    with pytest.raises(BadStory, match=f":{line_of(path, 'recorded')}: This was recorded before"):
        load(path, TODAY)


def test_the_shorthand_of_a_paper_takes_its_kind_and_no_other_action(write: Write) -> None:
    path = write(("do: notify_authority", "paper: notice_of_vacancy\n    do: confirm"))
    with pytest.raises(BadStory, match=f":{line_of(path, 'do: confirm')}: “do” is not known here"):
        load(path, TODAY)


def test_a_step_for_each_is_one_action_for_each_of_them_with_its_own_line(write: Write) -> None:
    several = """\
    with: {tested_by: [interview]}
    each:
      - text: Leads teaching
      - {text: Leads safeguarding, weight: 2}
"""
    path = write(("    with:\n      text: Leads teaching\n      tested_by: [interview]\n", several))
    acts = [s for s in load(path, TODAY).steps if isinstance(s, Act)]
    added = [act for act in acts if act.verb.name == "add_criterion"]
    assert [sorted(act.given.values) for act in added] == [
        ["tested_by", "text"], ["tested_by", "text", "weight"],
    ]  # fmt: skip
    assert [act.at.line for act in added] == [
        line_of(path, "- text: Leads"), line_of(path, "{text: Leads safe"),
    ]  # fmt: skip
