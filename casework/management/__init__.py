"""Commands of the casework app, run by manage.py."""
