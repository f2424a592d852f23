"""Every action of a headship done through its form."""

from tests.recruitment.views.evening_rows import EVENING
from tests.recruitment.views.rows import ROWS as OTHERS

ROWS = (*OTHERS, *EVENING)
BY_ACTION = {each.action: each for each in ROWS}
