"""The app's name for Django."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "hanse.workspace.news"
    label = "news"
