"""manage.py verify_record."""
