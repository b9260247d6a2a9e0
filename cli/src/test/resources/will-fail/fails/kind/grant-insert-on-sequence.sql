-- 0LP01: invalid privilege type insert for sequence
CREATE SEQUENCE s;
GRANT INSERT ON SEQUENCE s TO PUBLIC;
