-- baseline
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
-- migration
SAVEPOINT before_rows;
INSERT INTO countries (code, name) VALUES ('XX', 'nowhere');
ROLLBACK TO SAVEPOINT before_rows;
