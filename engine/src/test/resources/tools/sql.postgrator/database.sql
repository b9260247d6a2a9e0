CREATE TABLE account (id bigint PRIMARY KEY);
ALTER TABLE account ADD COLUMN name text;
CREATE TABLE schemaversion (version bigint PRIMARY KEY, name text, md5 text, run_at timestamptz);
INSERT INTO schemaversion VALUES (0, NULL, NULL, NULL), (1, 'account', 'a', '2026-01-01'), (2, 'name', 'b', '2026-01-02');
