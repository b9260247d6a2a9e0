-- migration
DO $$
BEGIN
  CREATE TYPE mood AS ENUM ('sad', 'happy');
EXCEPTION
  WHEN duplicate_object THEN NULL;
END
$$;
