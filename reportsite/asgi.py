"""What an ASGI server would serve."""

from django.core.asgi import get_asgi_application

from reportsite.start import load_settings

load_settings()
application = get_asgi_application()
