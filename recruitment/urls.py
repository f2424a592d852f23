"""Addresses of a headship. None of them holds a name: a reference, an id or a code."""

from django.urls import path

from casework.site import under_held_law
from recruitment.views import attachments, documents, opening, read, terms
from recruitment.views.act import ActOnVacancy

urlpatterns = [
    # To read
    path("law/", read.law, name="law"),
    path("vacancies/", read.vacancies, name="vacancies"),
    path("vacancies/<reference>/", read.vacancy, name="vacancy"),
    path("vacancies/<reference>/timeline/", read.timeline, name="timeline"),
    path("vacancies/<reference>/timetable/", read.timetable, name="timetable"),
    path("vacancies/<reference>/people/", read.people, name="people"),
    path("vacancies/<reference>/specification/", read.specification, name="specification"),
    path("vacancies/<reference>/candidates/", read.candidates, name="candidates"),
    path("vacancies/<reference>/candidates/<code>/", read.candidate, name="candidate"),
    path("vacancies/<reference>/roster/", read.roster, name="roster"),
    path("vacancies/<reference>/scores/", read.scores, name="scores"),
    path("vacancies/<reference>/advice/", read.advice, name="advice"),
    path("vacancies/<reference>/meetings/", read.meetings, name="meetings"),
    path("vacancies/<reference>/meetings/<int:number>/", read.meeting, name="meeting"),
    path("vacancies/<reference>/documents/", read.documents, name="documents"),
    path("vacancies/<reference>/equality/", read.equality, name="equality"),
    path("vacancies/<reference>/checks/", read.checks, name="checks"),
    path("vacancies/<reference>/record/", read.record, name="record"),
    # To act
    path("schools/<int:pk>/vacancy/new/", opening.open_vacancy, name="open_vacancy"),
    path("schools/<int:pk>/terms/", terms.term_dates, name="term_dates"),
    path("vacancies/<reference>/act/<action>/", under_held_law(ActOnVacancy.as_view()), name="act"),
    # Papers
    path("blank/applications.xlsx", attachments.blank_applications, name="blank_applications"),
    path(
        "vacancies/<reference>/documents/<int:pk>/",
        under_held_law(documents.DocumentPage.as_view()),
        name="document",
    ),
    path(
        "vacancies/<reference>/documents/<int:pk>/file",
        under_held_law(documents.DocumentFile.as_view()),
        name="document_file",
    ),
    path(
        "vacancies/<reference>/candidates/<code>/papers/<int:number>",
        attachments.application_paper,
        name="application_paper",
    ),
    path(
        "vacancies/<reference>/candidates/<code>/papers/<int:number>/copy",
        attachments.application_paper,
        {"which": "copy"},
        name="application_paper_copy",
    ),
    path("vacancies/<reference>/attachments/<int:pk>", attachments.attachment, name="attachment"),
]
