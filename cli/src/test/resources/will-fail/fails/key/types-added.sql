-- 42804: text for bigint
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id text);
-- migration
ALTER TABLE u ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES t (id) NOT VALID;
