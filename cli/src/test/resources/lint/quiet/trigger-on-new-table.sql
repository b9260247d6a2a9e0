-- baseline
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.updated_at := now();
  RETURN new;
END
$$;
-- migration
CREATE TABLE pages (id bigint PRIMARY KEY, updated_at timestamptz);
CREATE TRIGGER pages_touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch();
