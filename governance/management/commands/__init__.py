"""Commands that are run by manage.py."""
