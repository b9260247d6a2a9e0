-- passes
CREATE TABLE a (id int PRIMARY KEY, name text); CREATE UNIQUE INDEX part ON a (name) WHERE id > 100; CREATE TABLE d (id int UNIQUE DEFERRABLE INITIALLY DEFERRED);
INSERT INTO a VALUES (1, 'x'), (2, 'x'), (-1, 'x'), (3, 'y') ON CONFLICT (id) DO NOTHING;
INSERT INTO a (name, id) VALUES ('q', 11), ('q', 12), ('q', 1 + 12);
INSERT INTO d VALUES (1), (1); DELETE FROM d;
