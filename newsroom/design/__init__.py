"""The page of the look's components, each in every state: for who works on the pages, so only where DEBUG is on."""

from .page import components

__all__ = ["components"]
