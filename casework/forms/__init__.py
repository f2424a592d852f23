"""What every form of Headship shares. How fields look is said in templates/django/forms/."""

from casework.forms.base import HeadshipForm, Problem, problems
from casework.forms.fields import LineField, Option, ProseField, UploadField, YesNoField
from casework.forms.when import DateField, TimeField

__all__ = [
    "DateField",
    "HeadshipForm",
    "LineField",
    "Option",
    "Problem",
    "ProseField",
    "TimeField",
    "UploadField",
    "YesNoField",
    "problems",
]
