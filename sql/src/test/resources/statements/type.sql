-- Types and domains; a composite type is locked like a table.

-- expect: defines type s.k
CREATE TYPE s.k AS ENUM ('a', 'b');

-- expect: defines type k, access exclusive
CREATE TYPE k AS (a int, b text);

-- expect: defines type k
CREATE TYPE k AS RANGE (subtype = float8);

-- expect: defines type k
CREATE TYPE k (INPUT = f, OUTPUT = g);

-- expect: defines type k
CREATE TYPE k;

-- expect: defines domain s.d
CREATE DOMAIN s.d AS int NOT NULL CHECK (value > 0);

-- expect: defines type k
ALTER TYPE k ADD VALUE 'c' AFTER 'b';

-- expect: defines type k
ALTER TYPE k RENAME VALUE 'a' TO 'b';

-- expect: defines type k, access exclusive
-- expect: defines type k, access exclusive
ALTER TYPE k ADD ATTRIBUTE c int, DROP ATTRIBUTE a CASCADE;

-- expect: defines column k.a, access exclusive
ALTER TYPE k RENAME ATTRIBUTE a TO b;

-- expect: defines type k
ALTER TYPE k SET (STORAGE = extended);

-- expect: defines type k
ALTER TYPE k OWNER TO bob;

-- expect: defines domain d
ALTER DOMAIN d ADD CONSTRAINT c CHECK (value > 3) NOT VALID;

-- expect: defines domain d
ALTER DOMAIN d VALIDATE CONSTRAINT c;

-- expect: defines domain constraint c on d
ALTER DOMAIN d RENAME CONSTRAINT c TO e;

-- expect: defines domain d
ALTER DOMAIN d SET SCHEMA s;
