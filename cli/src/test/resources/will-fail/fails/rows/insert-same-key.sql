-- 23505: duplicate key value violates unique constraint a_pkey
CREATE TABLE a (id int PRIMARY KEY, name text);
INSERT INTO a VALUES (1, 'x'), (2, 'y'), (1, 'z');
