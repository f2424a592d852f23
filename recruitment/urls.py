"""Addresses of a headship. None of them holds a name: a reference, an id or a code."""

from django.urls import path

from recruitment.views import act, attachments, case, documents, opening, read

urlpatterns = [
    path("schools/<int:pk>/vacancy/new/", opening.open_vacancy, name="open_vacancy"),
    path("vacancies/<reference>/", read.vacancy, name="vacancy"),
    path("vacancies/<reference>/act/<action>/", case.under_held_law(act.Act.as_view()), name="act"),
    path("vacancies/<reference>/documents/<int:pk>/", documents.document, name="document"),
    path(
        "vacancies/<reference>/documents/<int:pk>/file",
        documents.document_file,
        name="document_file",
    ),
    path("vacancies/<reference>/attachments/<int:pk>", attachments.attachment, name="attachment"),
]
