"""manage.py play, export_case, find_impossible and make_story_docs."""
