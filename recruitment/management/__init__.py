"""Commands of the recruitment app, run by manage.py."""
