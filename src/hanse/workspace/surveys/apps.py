"""The app's name for Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "hanse.workspace.surveys"
    label = "surveys"
