"""manage.py play, export_case and list_actions."""
