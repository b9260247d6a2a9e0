CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE mood AS ENUM ('fine', 'sad');
CREATE DOMAIN plain AS text;
CREATE DOMAIN short AS varchar(10);
CREATE DOMAIN longer AS varchar(20);
CREATE DOMAIN filled AS text CHECK (value <> '');

-- What the server does to a column that gets another type: the table is rewritten, or only the
-- column's index rebuilt, or both kept. Casts by itself where PostgreSQL asks for it.
CREATE FUNCTION done(old text, new text, zone text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  change text := format('ALTER TABLE t ALTER COLUMN c TYPE %s', new);
  cast_too text := '';
  t_before oid;
  i_before oid;
BEGIN
  PERFORM set_config('timezone', zone, true);
  EXECUTE format('CREATE TABLE t (c %s)', old);
  BEGIN
    CREATE INDEX i ON t (c);
  EXCEPTION WHEN undefined_object THEN
    CREATE TABLE i ();
  END;
  t_before := pg_relation_filenode('t');
  i_before := pg_relation_filenode('i');
  BEGIN
    EXECUTE change;
  EXCEPTION WHEN datatype_mismatch THEN
    BEGIN
      cast_too := ' using';
      EXECUTE change || format(' USING c::%s', new);
    EXCEPTION WHEN cannot_coerce OR undefined_object THEN
      cast_too := 'refused';
    END;
  WHEN undefined_object THEN
    cast_too := 'refused';
  END;
  change := CASE WHEN cast_too = 'refused' THEN cast_too
                 WHEN t_before <> pg_relation_filenode('t') THEN 'rewritten' || cast_too
                 WHEN i_before <> pg_relation_filenode('i') THEN 'rebuilt' || cast_too
                 ELSE 'kept' || cast_too END;
  DROP TABLE IF EXISTS t CASCADE;
  IF to_regclass('i') IS NOT NULL THEN
    DROP TABLE i;
  END IF;
  RETURN change;
END $$;
