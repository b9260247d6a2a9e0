-- 42P01: a grant on no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
GRANT SELECT ON people TO PUBLIC;
