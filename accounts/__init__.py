"""The people who sign in: e-mail is the login."""
