"""Function views: fetch with permission, then a form or a service, then a page or a file."""
