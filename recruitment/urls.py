"""Addresses of a headship. None of them holds a name: a reference, an id or a code."""

from django.urls import path

from recruitment.views import act, attachments, case, documents, opening, read

urlpatterns = [
    # To read
    path("", read.waiting, name="waiting"),
    path("law/", read.law, name="law"),
    path("vacancies/", read.vacancies, name="vacancies"),
    path("vacancies/<reference>/", read.vacancy, name="vacancy"),
    path("vacancies/<reference>/timeline/", read.timeline, name="timeline"),
    path("vacancies/<reference>/people/", read.people, name="people"),
    path("vacancies/<reference>/specification/", read.specification, name="specification"),
    path("vacancies/<reference>/candidates/", read.candidates, name="candidates"),
    path("vacancies/<reference>/candidates/<code>/", read.candidate, name="candidate"),
    path("vacancies/<reference>/advice/", read.advice, name="advice"),
    path("vacancies/<reference>/meetings/", read.meetings, name="meetings"),
    path("vacancies/<reference>/meetings/<int:number>/", read.meeting, name="meeting"),
    path("vacancies/<reference>/documents/", read.documents, name="documents"),
    path("vacancies/<reference>/checks/", read.checks, name="checks"),
    path("vacancies/<reference>/record/", read.record, name="record"),
    # To act
    path("schools/<int:pk>/vacancy/new/", opening.open_vacancy, name="open_vacancy"),
    path("vacancies/<reference>/act/<action>/", case.under_held_law(act.Act.as_view()), name="act"),
    # Papers
    path("vacancies/<reference>/documents/<int:pk>/", documents.document, name="document"),
    path(
        "vacancies/<reference>/documents/<int:pk>/file",
        documents.document_file,
        name="document_file",
    ),
    path("vacancies/<reference>/attachments/<int:pk>", attachments.attachment, name="attachment"),
]
