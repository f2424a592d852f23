"""Commands of the schools app, run by manage.py."""
