CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE schema_migration (version varchar(14) NOT NULL);
INSERT INTO schema_migration VALUES ('20260101000001'), ('20260101000002');
