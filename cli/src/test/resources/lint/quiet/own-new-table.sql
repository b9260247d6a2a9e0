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
CREATE TABLE reports (id bigint PRIMARY KEY);
ALTER TABLE reports OWNER TO app_writer;
