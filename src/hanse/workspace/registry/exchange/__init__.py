"""How do records come in and go out? Sheets of rows: read, dry-run, judged and taken in; exported as they came."""
