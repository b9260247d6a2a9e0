-- 42703: column nmae of relation a does not exist
CREATE TABLE a (id bigint PRIMARY KEY, name text);
INSERT INTO a VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET nmae = 'y';
