CREATE TABLE t (a bigint CHECK (a > 0), b text);
CREATE INDEX t_a ON t (a); CREATE INDEX t_ab ON t ((a + 1)) WHERE a > 5;
