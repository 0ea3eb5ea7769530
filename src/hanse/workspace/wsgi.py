"""What does a web server call? The workspace as a WSGI application."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hanse.workspace.settings")
application = get_wsgi_application()
