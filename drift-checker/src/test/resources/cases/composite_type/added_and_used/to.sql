CREATE TYPE address AS (street text COLLATE "C", zip varchar(9)); COMMENT ON TYPE address IS 'a'; COMMENT ON COLUMN address.zip IS 'zip';
CREATE TABLE t (id integer, home address, others address[]);
