-- baseline
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
-- migration
INSERT INTO countries (code, name) VALUES ('CZ', 'Czechia')
ON CONFLICT (code) DO UPDATE SET name = excluded.name;
