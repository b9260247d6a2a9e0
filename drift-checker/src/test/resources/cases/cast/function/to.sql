CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION mood_of(integer) RETURNS mood LANGUAGE sql IMMUTABLE AS $$ SELECT 'ok'::mood $$;
CREATE CAST (integer AS mood) WITH FUNCTION mood_of(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS mood) IS 'mood of a number';
