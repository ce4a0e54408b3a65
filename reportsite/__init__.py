"""The Django project around the one app: settings, addresses, servers' entry points."""
