-- passes: the views name something else like the column
CREATE TABLE users (id int PRIMARY KEY, state text, free text);
CREATE TABLE invoices (id int PRIMARY KEY, state text, free text);
CREATE VIEW a AS SELECT id AS free FROM invoices WHERE id = 1 ORDER BY free;
CREATE VIEW b AS SELECT u.id FROM users u JOIN (SELECT id AS free FROM invoices) invoices ON invoices.free = u.id;
CREATE VIEW c AS SELECT i.free FROM invoices i (free, state, x);
CREATE VIEW d AS SELECT id FROM invoices i (free, id, x) WHERE free = 1;
CREATE VIEW e AS SELECT count(*) OVER (free) AS n FROM invoices WINDOW free AS (ORDER BY id);
CREATE VIEW f AS SELECT u.id FROM users u JOIN invoices i ON u.free = i.state;
-- migration
ALTER TABLE invoices DROP COLUMN free;
