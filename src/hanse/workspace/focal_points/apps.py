"""The app's name for Django."""

from django.apps import AppConfig


class FocalPointsConfig(AppConfig):
    name = "hanse.workspace.focal_points"
    label = "focal_points"
