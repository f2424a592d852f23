"""Commands of the governance app, run by manage.py."""
