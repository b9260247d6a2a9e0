-- passes: upsert
CREATE TABLE a (id bigint PRIMARY KEY, name text);
INSERT INTO a AS old_rows (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.name || old_rows.name WHERE old_rows.name <> excluded.name RETURNING id, old_rows.name;
INSERT INTO a (id, name) SELECT g, 'x' FROM generate_series(2, 3) g ON CONFLICT DO NOTHING RETURNING *;
