CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE schema_migration (version varchar(48) NOT NULL, version_self int NOT NULL DEFAULT 0);
INSERT INTO schema_migration (version) VALUES ('20260101000001000000'), ('20260101000002000000');
