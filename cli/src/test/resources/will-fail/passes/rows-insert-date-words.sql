-- passes
CREATE TABLE a (d date, t timestamptz);
INSERT INTO a VALUES ('today', 'NOW'), ('epoch', 'infinity'), ('2020-02-29', '2020-02-29 10:00+02');
