-- baseline
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text,
  plan text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- migration
CREATE OR REPLACE FUNCTION rename_user(the_id bigint, new_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE users SET name = new_name WHERE id = the_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no user %', the_id;
  END IF;
END
$$;
