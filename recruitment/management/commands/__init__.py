"""manage.py add_bank_holiday and make_docs."""
