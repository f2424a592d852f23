"""Addresses of performance management. None of them holds a name: a reference or an id."""

from django.urls import path

from casework.site import under_held_law
from governance.views import documents, lists, opening, read
from governance.views.act import ActOnCycle

urlpatterns = [
    # Over all cycles
    path("cycles/", lists.cycles, name="cycles"),
    path("cycles/autumn/", lists.autumn, name="autumn"),
    path("cycles/authority/", lists.authority, name="of_authority"),
    # To read
    path("cycles/<reference>/", read.cycle, name="cycle"),
    path("cycles/<reference>/dates/", read.cycle_dates, name="cycle_dates"),
    path("cycles/<reference>/people/", read.cycle_people, name="cycle_people"),
    path("cycles/<reference>/objectives/", read.cycle_objectives, name="cycle_objectives"),
    path("cycles/<reference>/advice/", read.cycle_advice, name="cycle_advice"),
    path("cycles/<reference>/review/", read.cycle_review, name="cycle_review"),
    path("cycles/<reference>/pay/", read.cycle_pay, name="cycle_pay"),
    path("cycles/<reference>/appeal/", read.cycle_appeal, name="cycle_appeal"),
    path("cycles/<reference>/documents/", read.cycle_documents, name="cycle_documents"),
    path("cycles/<reference>/record/", read.cycle_record, name="cycle_record"),
    # To act
    path("schools/<int:pk>/cycle/new/", opening.open_cycle, name="open_cycle"),
    path(
        "cycles/<reference>/act/<action>/",
        under_held_law(ActOnCycle.as_view()),
        name="cycle_act",
    ),
    # Papers
    path(
        "cycles/<reference>/documents/<int:pk>/",
        under_held_law(documents.DocumentPage.as_view()),
        name="cycle_document",
    ),
    path(
        "cycles/<reference>/documents/<int:pk>/file",
        under_held_law(documents.DocumentFile.as_view()),
        name="cycle_document_file",
    ),
]
