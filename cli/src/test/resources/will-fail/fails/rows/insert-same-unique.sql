-- 23505: duplicate key value violates unique constraint a_name_key
CREATE TABLE a (id int, name text UNIQUE);
INSERT INTO a VALUES (1, 'x'), (2, 'x');
