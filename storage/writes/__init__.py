"""Behind the store: what each kind of news becomes in the database, within the store's transaction."""
