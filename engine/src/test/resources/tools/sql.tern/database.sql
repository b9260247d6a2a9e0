CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE schema_version (version int4 NOT NULL);
INSERT INTO schema_version VALUES (2);
