"""The page of a document of a headship, and its Word file."""

from casework.views import documents
from recruitment.forms import FORMS
from recruitment.site import SITE


class DocumentPage(documents.DocumentPage):
    """The document, to whoever may read it."""

    site = SITE
    forms = FORMS


class DocumentFile(documents.DocumentFile):
    """The Word file."""

    site = SITE
