-- passes since 17: set access method default
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t SET ACCESS METHOD DEFAULT;
