-- passes: a composite type is a relation where its name is text, and ANALYZE passes over it
CREATE TYPE place AS (street text, town text);
-- migration
SELECT 'place'::regclass;
ANALYZE place;
