-- 42939: a reserved name
CREATE SCHEMA pg_own;
