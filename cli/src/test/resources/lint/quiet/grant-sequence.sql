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
CREATE SEQUENCE numbers;
-- migration
GRANT USAGE, SELECT ON SEQUENCE numbers TO app_writer;
