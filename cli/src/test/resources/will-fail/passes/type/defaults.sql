-- passes: values of their types
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a int DEFAULT '12', b boolean DEFAULT 'yes', c uuid DEFAULT 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', d mood DEFAULT 'fine', e numeric DEFAULT 'NaN', f float8 DEFAULT '-Infinity', g bigint DEFAULT -1, h text DEFAULT 1, i int DEFAULT 1.5, j boolean DEFAULT 't', k jsonb DEFAULT '{}', l timestamptz DEFAULT 'now', m int DEFAULT ' 7 ', n numeric DEFAULT '1e3', o money DEFAULT 0, p int DEFAULT NULL, q date DEFAULT current_date, r int[] DEFAULT '{}', s text[] DEFAULT ARRAY['a']);
-- migration
ALTER TABLE t ALTER COLUMN a SET DEFAULT '5'::int, ALTER COLUMN h SET DEFAULT now();
