-- baseline
DO $$
BEGIN
  CREATE ROLE app_reader;
EXCEPTION
  WHEN duplicate_object THEN NULL;
END
$$;
DO $$
BEGIN
  CREATE ROLE app_writer;
EXCEPTION
  WHEN duplicate_object THEN NULL;
END
$$;
CREATE SCHEMA billing;
-- migration
GRANT USAGE ON SCHEMA billing TO app_reader, app_writer;
