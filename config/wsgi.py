"""The way in for a web server. What it serves is real people: production, unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("HEADSHIP_ENV", "production")

application = get_wsgi_application()
