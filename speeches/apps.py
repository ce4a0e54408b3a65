"""Django's entry for the app."""

from django.apps import AppConfig
from django.core import checks


class SpeechesConfig(AppConfig):
    """The speeches of a bureau."""

    name = "speeches"
    verbose_name = "讲话稿"

    def ready(self) -> None:
        """Models are there: what depends on them can be imported now."""
        from speeches.services import system_checks  # noqa: PLC0415 - not before

        checks.register(system_checks.check_fonts)
        checks.register(system_checks.check_exports)
        checks.register(system_checks.check_originals)
