"""The addresses of the app."""

from django.urls import path

from speeches.views import accounts, drafts, finals, home, paper

KEEP, LOOK = {"as_attachment": True}, {"as_attachment": False}

urlpatterns = [
    path("", home.home, name="home"),
    path("login/", accounts.log_in, name="login"),
    path("logout/", accounts.log_out, name="logout"),
    path("speeches/<int:key>/", drafts.speech, name="speech"),
    path("speeches/<int:key>/pdf/", drafts.speech_pdf, KEEP, name="speech_pdf"),
    path("speeches/<int:key>/print/", drafts.speech_pdf, LOOK, name="speech_print"),
    path("speeches/<int:key>/text/", drafts.speech_text, name="speech_text"),
    path("finals/", finals.finals, name="finals"),
    path("finals/<int:key>/", finals.final, name="final"),
    path("finals/<int:key>/pdf/", finals.final_pdf, KEEP, name="final_pdf"),
    path("finals/<int:key>/print/", finals.final_pdf, LOOK, name="final_print"),
    path("paper/<slug:key>.css", paper.edition_style, name="edition_style"),
]
