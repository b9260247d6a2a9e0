-- passes since 16: such numbers
CREATE TABLE t (a int);
-- migration
INSERT INTO t VALUES (0o17);
