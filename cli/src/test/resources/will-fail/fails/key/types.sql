-- 42804: text for uuid
CREATE TABLE t (id uuid PRIMARY KEY);
-- migration
CREATE TABLE u (id text REFERENCES t);
