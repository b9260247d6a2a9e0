-- passes: names that PostgreSQL chose
CREATE TABLE u (id bigint PRIMARY KEY);
CREATE TABLE t (id bigint PRIMARY KEY, a int UNIQUE CHECK (a > 0), b bigint REFERENCES u);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_key, DROP CONSTRAINT t_a_check, DROP CONSTRAINT t_b_fkey, DROP CONSTRAINT t_pkey;
