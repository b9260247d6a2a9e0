-- passes
CREATE TABLE a (id int PRIMARY KEY, name text, n real);
INSERT INTO a VALUES (1, 'Apple', 2) ON CONFLICT (id) DO UPDATE SET (name, id) = (excluded.name, excluded.id);
INSERT INTO a VALUES (1, 'Las Vegas', 3) ON CONFLICT (id) DO UPDATE SET n = excluded.n, name = 'x';
INSERT INTO a AS t (name, id) VALUES ('Apple', 7) ON CONFLICT (id) DO UPDATE SET n = 1 WHERE t.name <> 'abc';
