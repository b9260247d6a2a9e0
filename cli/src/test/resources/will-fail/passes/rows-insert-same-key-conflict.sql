-- passes
CREATE TABLE a (id int PRIMARY KEY, name text UNIQUE);
INSERT INTO a VALUES (1, 'x'), (1, 'z') ON CONFLICT DO NOTHING;
