-- 42703: column ident does not exist
CREATE TABLE a (id bigint PRIMARY KEY, name text);
INSERT INTO a VALUES (1, 'x') ON CONFLICT (ident) DO NOTHING;
