-- passes: keys that fit
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, code text, UNIQUE (a, b));
CREATE UNIQUE INDEX ON t (lower(code));
CREATE UNIQUE INDEX ON t (code) WHERE id > 0;
-- migration
INSERT INTO t (id, a, b) VALUES (1, 1, 1) ON CONFLICT (b, a) DO NOTHING;
INSERT INTO t (id, code) VALUES (2, 'x') ON CONFLICT (lower(code)) DO NOTHING;
INSERT INTO t (id, code) VALUES (3, 'x') ON CONFLICT (code) WHERE id > 0 DO NOTHING;
INSERT INTO t (id) VALUES (4) ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING;
INSERT INTO t (id) VALUES (5) ON CONFLICT DO NOTHING;
