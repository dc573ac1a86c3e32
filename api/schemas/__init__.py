"""What answers look like: frozen dataclasses, from which their JSON is written and described in OpenAPI documents."""
