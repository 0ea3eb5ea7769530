"""The app's name for Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "hanse.workspace.evidence"
    label = "evidence"
