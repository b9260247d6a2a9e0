ALTER TABLE users RENAME name TO title;
