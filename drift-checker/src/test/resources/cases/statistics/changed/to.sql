CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s (ndistinct, mcv) ON a, b, c FROM t; CREATE STATISTICS u ON a, c FROM t; CREATE STATISTICS e ON lower(c), (a + 1) FROM t; COMMENT ON STATISTICS e IS 'e';
