-- baseline
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
-- migration
UPDATE countries SET name = upper(name) WHERE code IN ('DE', 'FR');
