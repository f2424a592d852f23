"""manage.py find_impossible."""
