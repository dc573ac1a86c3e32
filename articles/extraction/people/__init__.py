"""Who is named: names led to people, with their roles and genders, and how spellings of one name differ."""
