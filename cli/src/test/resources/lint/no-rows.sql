-- Takes all rows out of all tables.
DO $$
DECLARE
  names text;
BEGIN
  SELECT string_agg(c.oid::regclass::text, ', ') INTO names
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';
  IF names IS NOT NULL THEN
    EXECUTE 'TRUNCATE ' || names;
  END IF;
END
$$;
