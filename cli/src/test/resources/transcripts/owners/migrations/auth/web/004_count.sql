CREATE FUNCTION forget(bigint) RETURNS void LANGUAGE sql AS 'DELETE FROM people WHERE id = $1';
CREATE VIEW names AS SELECT id, name FROM people;
CREATE TABLE strays (id int);
CREATE TABLE "odd|name" (id int);
