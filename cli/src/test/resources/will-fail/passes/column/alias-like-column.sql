-- passes: an alias that is called like a column
CREATE TABLE one (id int);
CREATE TABLE two (id int, b int);
CREATE VIEW v AS SELECT a.*, b.id AS bb FROM one a, two b;
ALTER TABLE two DROP COLUMN b;
SELECT * FROM v;
