"""The door for WSGI servers."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()

# Seconds that a thread which computes goes on while another waits. Python's own 5 ms would be waited for each time that
# a page beside an export comes back from the database, a hundred times a page.
sys.setswitchinterval(0.0005)
