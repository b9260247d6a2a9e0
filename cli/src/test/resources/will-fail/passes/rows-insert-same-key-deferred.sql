-- passes
CREATE TABLE a (id int, name text, UNIQUE (id, name));
INSERT INTO a VALUES (1, NULL), (1, NULL), (1, 'x'), (2, 'x');
