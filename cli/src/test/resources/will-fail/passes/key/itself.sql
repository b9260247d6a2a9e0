-- passes: a key to the new table
CREATE TABLE t (id bigint PRIMARY KEY, up bigint REFERENCES t, code text UNIQUE, old text REFERENCES t (code));
