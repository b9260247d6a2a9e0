ALTER TABLE users ADD m text;
