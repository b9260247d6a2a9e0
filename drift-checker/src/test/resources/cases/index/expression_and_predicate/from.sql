CREATE TABLE t (a integer, b text, c jsonb);
CREATE INDEX i ON t (lower(b)); CREATE INDEX j ON t (a) WHERE a > 1; CREATE INDEX k ON t (a);
