-- baseline
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
-- migration
UPDATE countries AS c SET name = v.name
FROM (VALUES ('NL', 'Netherlands'), ('CZ', 'Czechia')) AS v (code, name)
WHERE c.code = v.code;
