-- 42703: column excluded.nmae does not exist
CREATE TABLE a (id bigint PRIMARY KEY, name text);
INSERT INTO a VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.nmae;
