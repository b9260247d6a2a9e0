CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE _yoyo_migration (migration_hash varchar(64) PRIMARY KEY, migration_id varchar(255), applied_at_utc timestamp);
INSERT INTO _yoyo_migration VALUES ('a', '0001.account', '2026-01-01'), ('b', '0002.name', '2026-01-02');
