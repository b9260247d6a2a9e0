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
-- migration
GRANT app_reader TO app_writer;
