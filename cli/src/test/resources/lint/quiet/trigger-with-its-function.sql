-- migration
CREATE TABLE pages (id bigint PRIMARY KEY, title text NOT NULL, slug text);
CREATE FUNCTION set_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.slug := lower(replace(new.title, ' ', '-'));
  RETURN new;
END
$$;
CREATE TRIGGER pages_slug BEFORE INSERT OR UPDATE OF title ON pages FOR EACH ROW EXECUTE FUNCTION set_slug();
