CREATE TABLE t (a integer, b text, c jsonb);
CREATE INDEX i ON t (lower(b) DESC NULLS LAST, a) INCLUDE (c); CREATE INDEX j ON t (a) WHERE a > 2; CREATE INDEX k ON t USING hash (a); CREATE INDEX l ON t USING gin (c jsonb_path_ops); CREATE UNIQUE INDEX m ON t (b text_pattern_ops) WITH (fillfactor = 70);
