-- baseline
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
-- migration
INSERT INTO countries (code, name) VALUES ('AT', 'Austria');
-- down
DELETE FROM countries WHERE code = 'AT';
