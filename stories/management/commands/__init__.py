"""manage.py play, export_case and make_story_docs."""
