"""Writes docs/stories.md: how a story is written, and all that it can say, from the code."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from stories import obstacles
from stories.arguments import sort_of
from stories.checks import checks_of
from stories.kinds import KindOfStory
from stories.language import Argument, Verb
from stories.obstacles import Known
from stories.papers import shorthand
from stories.people import Role
from stories.registry import DEFAULT, KINDS_OF_STORY

OPENING = """\
<!-- Made from the code by `manage.py make_story_docs`. Change the code, not this page. -->
# Stories

A story is a YAML file that plays a case through the same actions as the pages: a lawyer can read
it, a test runs it, and the demonstration is made of the same files, in `stories/files/`. Each kind
of case has a chapter below: who can be in its stories, what they can check and do.

    python manage.py play FILE...          print each step with its outcome; leave nothing
    python manage.py play FILE... --keep   leave the cases in the database
    python manage.py play --demonstration  play the stories that come with Headship, once
    python manage.py export_case REFERENCE DIR

`play` stops at the first surprise and exits 1, naming file and line and what happened instead. What
is wrong with a file (an unknown action, person, key or date) is named by file and line as well.

## How one is written

```yaml
story: Representations on a shortlisted candidate
process: headship          # the kind of case: a headship where it is left out
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
Demonstration Borough or, in Wales, Demonstration County), `street`, `town`, `postcode`,
`religious_character`; `terms`, a list of the first and last days of each stretch of term. Or
`{urn: 100000}`: one that was imported.

**People.** Each is a name, or `{name, email, title, kind}`; `kind` is the seat of a governor, such
as staff. The roles are those of the kind of case. All are in post for a year and more before the
story begins. One name at one address is one person, in every story.

**Steps.** `date`, and then either `by`, `do` and `with`, or `check`, or `becomes` with the category
that the school changes to. `by` is a role or a name.

- `refused`: a key, or a list of keys, from the table of obstacles. The step must be refused with
  each of them among its obstacles, and must change nothing.
- `override`: the reason for setting house rules aside.
- `each`: a list of what to add to `with`, such as `{candidate: C2, how: by letter}`. The step is
  taken once for each of them, in that order.
- `recorded`: the day on which it was put on the record, where that is later than `date`.
- `paper`: a kind of document, in the place of `do`. It stands for the four actions that draft,
  approve and issue it and, where `sent` says how, record that it was sent.

**Dates.** `2026-10-12`, or `start+14`. `start` is a date, or `today-42`; where it is left out the
story starts on the last Monday that lets its last step happen before the day of playing. In a text
`{start+14}` stands for that date, written out. The clock is set to noon of each step's day.

**Values.** A person is a role or a name. A document is its kind, or `{kind, about, version}`;
without a version it is the latest. A meeting or an attachment is its number, from 1, or `last`; how
any other row is named stands with the argument. A file stands beside the story.

**Candidates.** A candidate of a headship is a code, a name, or a surname that only one of them has:
codes are given in no order while names are hidden. In a text, `{code of Brook}` stands for the
code. The key of a mapping, such as that of `reasons`, can be a name too.
"""

EVERY_STEP = ("not_permitted", "not_at_this_stage", "date_in_the_future", "page_out_of_date")

ACTIONS = f"""\
### Actions

Every action can also be refused with {", ".join(f"`{key}`" for key in EVERY_STEP)}, and with \
`{obstacles.STRANGER}` for somebody without a role on the case. An argument with a question mark \
can be left out.
"""


def report() -> str:
    """Return the whole page."""
    chapters = (part for kind in KINDS_OF_STORY.values() for part in chapter(kind))
    return "\n".join([OPENING, *chapters])


def chapter(kind: KindOfStory) -> Iterator[str]:
    """Yield the parts of the chapter of one kind of case."""
    yield _begins(kind)
    yield _roles(kind)
    yield _checks(kind)
    yield ACTIONS
    yield from _actions(kind)
    yield "#### The shorthand\n"
    yield _verb(shorthand(kind), kind)
    yield _obstacles(kind)


def _begins(kind: KindOfStory) -> str:
    said = ", which can be left out" if kind is DEFAULT else ""
    return f"## {kind.title}\n\n`process: {kind.name}`{said}.\n"


PEOPLE = """\
### Who can be in it

A seat is that of a governor, unless the story names another `kind`.

| Role | Who | In post as |
| --- | --- | --- |
"""


def _roles(kind: KindOfStory) -> str:
    return PEOPLE + "".join(map(_role, kind.roles))


def _role(role: Role) -> str:
    given = "a list of people" if role.several else "one person"
    needed = ", who must be named" if role.needed else ""
    posts = (str(each.label) for each in (role.seat, role.office, role.post) if each)
    return f"| `{role.name}` | {given}{needed} | {'; '.join(posts) or 'nothing'} |\n"


CHECKED = """\
### What can be checked

… stands for a code, a kind, a status or an action. A value is a word, a number, a date, a list, or
`none`.

| Check | What it looks at |
| --- | --- |
"""


def _checks(kind: KindOfStory) -> str:
    return CHECKED + "".join(f"| `{each.name}` | {each.says} |\n" for each in checks_of(kind))


def _actions(kind: KindOfStory) -> Iterator[str]:
    """Yield the actions, those of one module together."""
    for phase, group in groupby(kind.verbs.values(), key=lambda verb: _phase(verb.run.__module__)):
        yield f"#### {phase.capitalize()}\n"
        yield from (_verb(verb, kind) for verb in group)


def _phase(module: str) -> str:
    """Return of which phase the actions of a module are: `casework.papers.actions` of "papers"."""
    return next(part for part in reversed(module.split(".")) if part != "actions")


def _verb(verb: Verb, kind: KindOfStory) -> str:
    keys = [key for key in obstacles.of_action(verb.name, kind) if key not in EVERY_STEP]
    lines = [f"##### `{verb.name}`", "", verb.says, "", *_by_whom(verb.name, kind)]
    if verb.arguments:
        arguments = (_argument(each, kind) for each in verb.arguments.values())
        lines += ["| Argument | Type |", "| --- | --- |", *arguments, ""]
    if keys:
        lines += [f"Refused with: {', '.join(f'`{key}`' for key in keys)}.", ""]
    return "\n".join(lines)


def _by_whom(name: str, kind: KindOfStory) -> list[str]:
    """Say who does it and when; nothing for an action that the table of permissions leaves out."""
    capability = kind.process.table.get(name)
    if capability is None:
        return []
    roles = ", ".join(kind.process.role_names[role] for role in capability.roles)
    return [f"By: {roles}. At: {_stages(capability.stages, kind)}.", ""]


def _stages(stages: Iterable[str], kind: KindOfStory) -> str:
    found = frozenset(stages)
    if found == frozenset(kind.stages):
        return "every stage"
    if found == kind.running:
        return "every stage until it ends"
    return "; ".join(str(stage.label) for stage in kind.stages if stage in found)


def _argument(argument: Argument, kind: KindOfStory) -> str:
    mark = "" if argument.required else "?"
    return f"| `{argument.name}`{mark} | {sort_of(argument.annotation, kind).says} |"


OBSTACLES = """\
### Obstacles

… stands for what varies. Law cannot be set aside; a house rule can, with `override`; practice only
warns; what is recorded must be true.

| Key | What it says | It rests on | Where |
| --- | --- | --- | --- |
"""


def _obstacles(kind: KindOfStory) -> str:
    return OBSTACLES + "".join(_rows(obstacles.known(kind).values()))


def _rows(groups: Iterable[list[Known]]) -> Iterator[str]:
    """Yield a row for each thing that a key can say, with every place where it says it."""
    for group in groups:
        for said in dict.fromkeys((each.key, each.sentence, each.rests_on) for each in group):
            key, sentence, rests_on = said
            places = [o.where for o in group if (o.key, o.sentence, o.rests_on) == said]
            yield f"| `{key}` | {sentence or '…'} | {rests_on} | {', '.join(places)} |\n"
