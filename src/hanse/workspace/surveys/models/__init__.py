"""Surveys and their questions; who is asked, and what was answered."""

from hanse.workspace.surveys.models.answers import Box, Invitation, Link, Paper, Tally
from hanse.workspace.surveys.models.questions import Asks, Question
from hanse.workspace.surveys.models.surveys import State, Survey, Translation

__all__ = ["Asks", "Box", "Invitation", "Link", "Paper", "Question", "State", "Survey", "Tally", "Translation"]
