"""Writes docs/stories.md: how a story is written, and all that it can say, from the code."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.stages import ANY, RUNNING, Stage
from stories import obstacles
from stories.arguments import sort_of
from stories.checks import CHECKS
from stories.language import Argument, Verb, verbs
from stories.obstacles import Known
from stories.papers import PAPER

OPENING = """\
<!-- Made from the code by `manage.py make_story_docs`. Change the code, not this page. -->
# Stories

A story is a YAML file that plays a case through the same actions as the pages: a lawyer can read
it, a test runs it, and the demonstration is made of the same files, in `stories/files/`.

    python manage.py play FILE...          print each step with its outcome; leave nothing
    python manage.py play FILE... --keep   leave the cases in the database
    python manage.py play --demonstration  play the stories that come with Headship, once
    python manage.py export_case REFERENCE DIR

`play` stops at the first surprise and exits 1, naming file and line and what happened instead. What
is wrong with a file (an unknown action, person, key or date) is named by file and line as well.

## How one is written

```yaml
story: Representations on a shortlisted candidate
start: 2026-09-01          # may be left out: see Dates
school: {name: Mill Lane Primary School, category: Voluntary controlled school, nation: England}
people:
  clerk: Ann Rees
  chair: Tom Hale
  adviser: {name: Ifor Prys, title: School improvement adviser}
  officer: Joan Beck
  panel: [Tom Hale, Uma Shah, Lee Ward]
  governors: [Kit Moss, Joy Dean]
steps:
  - date: start
    by: clerk
    do: open_vacancy
    with: {outgoing_last_day: start+121, reason: retirement}
  - date: start
    by: clerk
    paper: notice_of_vacancy
    with: {approved_by: chair, sent: by e-mail}
  - date: start+41
    by: Tom Hale
    do: recommend
    with: {candidate: C2, reasons: The fullest evidence}
    refused: not_at_this_stage
  - date: start+41
    check: {stage: recorded, events: 5}
```

**School.** `name`, `category` (in the register's words or ours) and `nation`; `authority` (else
Demonstration Borough), `street`, `town`, `postcode`. Or `{urn: 100000}`: one that was imported.

**People.** `clerk` and `chair` are needed; `adviser`, `officer`, `outgoing_head`, `panel` and
`governors` may be left out. Each is a name, or `{name, email, title}`. The governing body is the
chair, the panel and the governors, with the outgoing head, all in post for a year and more before
the story begins. One name at one address is one person, in every story.

**Steps.** `date`, and then either `by`, `do` and `with`, or `check`. `by` is a role or a name.

- `refused`: a key, or a list of keys, from the table below. The step must be refused with each of
  them among its obstacles, and must change nothing.
- `override`: the reason for setting house rules aside.
- `recorded`: the day on which it was put on the record, where that is later than `date`.
- `paper`: a kind of document, in the place of `do`. It stands for the four actions that draft,
  approve and issue it and, where `sent` says how, record that it was sent.

**Dates.** `2026-10-12`, or `start+14`. `start` is a date, or `today-42`; where it is left out the
story starts on the last Monday that lets its last step happen before the day of playing. In a text
`{start+14}` stands for that date, written out. The clock is set to noon of each step's day.

**Values.** A candidate is a code such as C2. A person is a role or a name. A meeting, a paper or an
attachment is its number, from 1, or `last`; a criterion is its number. A document is its kind, or
`{kind, about, version}`; without a version it is the latest. A file stands beside the story.
"""

TABLE_OF_ARGUMENTS = ("| Argument | Type |", "| --- | --- |")
EVERY_STEP = ("not_permitted", "not_at_this_stage", "date_in_the_future", "page_out_of_date")

ACTIONS = f"""\
## Actions

Every action can also be refused with {", ".join(f"`{key}`" for key in EVERY_STEP)}, and with \
`{obstacles.STRANGER}` for somebody without a role on the case. An argument with a question mark \
can be left out.
"""


def report() -> str:
    """Return the whole page."""
    shorthand = ["### The shorthand\n", _verb(PAPER)]
    parts = [OPENING, _checks(), ACTIONS, *_actions(), *shorthand, _obstacles()]
    return "\n".join(parts)


CHECKED = """\
## What can be checked

… stands for a code, a kind, a status or an action. A value is a word, a number, a date, a list, or
`none`.

| Check | What it looks at |
| --- | --- |
"""


def _checks() -> str:
    return CHECKED + "".join(f"| `{check.name}` | {check.says} |\n" for check in CHECKS)


def _actions() -> Iterator[str]:
    """Yield the actions, those of one module of `recruitment/actions/` together."""
    for module, group in groupby(verbs().values(), key=lambda verb: verb.run.__module__):
        yield f"### {module.rpartition('.')[2].capitalize()}\n"
        yield from map(_verb, group)


def _verb(verb: Verb) -> str:
    keys = [key for key in obstacles.of_action(verb.name) if key not in EVERY_STEP]
    lines = [f"#### `{verb.name}`", "", verb.says, "", *_by_whom(verb.name)]
    if verb.arguments:
        lines += [
            "| Argument | Type |",
            "| --- | --- |",
            *map(_argument, verb.arguments.values()),
            "",
        ]
    if keys:
        lines += [f"Refused with: {', '.join(f'`{key}`' for key in keys)}.", ""]
    return "\n".join(lines)


def _by_whom(name: str) -> list[str]:
    """Say who does it and when; nothing for an action that the table of permissions leaves out."""
    capability = TABLE.get(name)
    if capability is None:
        return []
    roles = ", ".join(ROLES[role] for role in capability.roles)
    return [f"By: {roles}. At: {_stages(capability.stages)}.", ""]


def _stages(stages: Iterable[str]) -> str:
    found = frozenset(stages)
    if found == ANY:
        return "every stage"
    if found == RUNNING:
        return "every stage until it ends"
    return "; ".join(stage.label for stage in Stage if stage in found)


def _argument(argument: Argument) -> str:
    mark = "" if argument.required else "?"
    return f"| `{argument.name}`{mark} | {sort_of(argument.annotation).says} |"


OBSTACLES = """\
## Obstacles

… stands for what varies. Law cannot be set aside; a house rule can, with `override`; practice only
warns; what is recorded must be true.

| Key | What it says | It rests on | Where |
| --- | --- | --- | --- |
"""


def _obstacles() -> str:
    return OBSTACLES + "".join(_rows(obstacles.known().values()))


def _rows(groups: Iterable[list[Known]]) -> Iterator[str]:
    """Yield a row for each thing that a key can say, with every place where it says it."""
    for group in groups:
        for said in dict.fromkeys((each.key, each.sentence, each.rests_on) for each in group):
            key, sentence, rests_on = said
            places = [o.where for o in group if (o.key, o.sentence, o.rests_on) == said]
            yield f"| `{key}` | {sentence or '…'} | {rests_on} | {', '.join(places)} |\n"
