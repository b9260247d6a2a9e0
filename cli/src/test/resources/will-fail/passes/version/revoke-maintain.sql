-- passes since 17: revoke maintain
CREATE TABLE t (a int, b int);
-- migration
REVOKE MAINTAIN ON t FROM PUBLIC;
