-- 42P10: no unique index
CREATE TABLE t (id bigint PRIMARY KEY, code text);
-- migration
INSERT INTO t (id, code) VALUES (1, 'x') ON CONFLICT (code) DO NOTHING;
