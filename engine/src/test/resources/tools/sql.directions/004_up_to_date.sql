ALTER TABLE users ADD seen date;
