-- Leaves nothing of what an example made.
DO $$
DECLARE
  left_behind record;
BEGIN
  FOR left_behind IN
    SELECT 'EXTENSION' AS kind, extname AS name FROM pg_extension WHERE extname <> 'plpgsql'
    UNION ALL
    SELECT 'PUBLICATION', pubname FROM pg_publication
    UNION ALL
    SELECT 'EVENT TRIGGER', evtname FROM pg_event_trigger
    UNION ALL
    SELECT 'SCHEMA', nspname FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  LOOP
    EXECUTE format('DROP %s IF EXISTS %I CASCADE', left_behind.kind, left_behind.name);
  END LOOP;
  CREATE SCHEMA public;
END
$$;
