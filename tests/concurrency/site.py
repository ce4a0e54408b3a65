"""One address that saves the body of a node, for the test that kills the server."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from speeches.models import Node
from speeches.services import saving


@csrf_exempt
@require_POST
def save_body(request: HttpRequest, key: int) -> HttpResponse:
    node = Node.objects.get(pk=key)
    saving.save(node, {"body": request.POST["body"]}, seen=node.version, actor=None)
    return HttpResponse(node.body)


urlpatterns = [path("nodes/<int:key>/", save_body)]
