"""Commands of the stories app, run by manage.py."""
