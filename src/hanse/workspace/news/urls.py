"""Where are the front page and its feeds?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.news import feeds, views

urlpatterns = [
    path("", views.front, name="home"),
    path("news.atom", feeds.feed, name="news-feed"),
    path("news/<slug:kind>.atom", feeds.feed, name="news-feed-of"),
]
