"""manage.py import_schools."""
