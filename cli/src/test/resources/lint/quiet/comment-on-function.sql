-- baseline
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.updated_at := now();
  RETURN new;
END
$$;
-- migration
COMMENT ON FUNCTION touch() IS 'writes down when a row was changed';
