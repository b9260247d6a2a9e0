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
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.updated_at := now();
  RETURN new;
END
$$;
-- migration
GRANT EXECUTE ON FUNCTION touch() TO app_writer;
