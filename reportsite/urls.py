"""The addresses of the site: the app's, and Django's admin where the operator mounts it."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("", include("speeches.urls"))]

if settings.ADMIN_PATH:
    urlpatterns.append(path(f"{settings.ADMIN_PATH}/", admin.site.urls))
