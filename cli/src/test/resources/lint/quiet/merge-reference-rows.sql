-- baseline
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
-- migration
MERGE INTO countries AS c
USING (VALUES ('IT', 'Italy'), ('ES', 'Spain')) AS v (code, name) ON c.code = v.code
WHEN MATCHED THEN UPDATE SET name = v.name
WHEN NOT MATCHED THEN INSERT (code, name) VALUES (v.code, v.name);
