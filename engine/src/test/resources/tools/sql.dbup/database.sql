CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE schemaversions (schemaversionsid serial PRIMARY KEY, scriptname varchar(255) NOT NULL, applied timestamp NOT NULL);
INSERT INTO schemaversions (scriptname, applied) VALUES ('Shop.Scripts.Script0001 - Account.sql', '2026-01-01'), ('Shop.Scripts.Script0002 - Name.sql', '2026-01-02');
