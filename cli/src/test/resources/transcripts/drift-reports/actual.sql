CREATE SCHEMA partman;
CREATE TABLE partman.parts (id integer);
CREATE TABLE users (id uuid NOT NULL, name text DEFAULT 'b', email character varying(80));
COMMENT ON TABLE users IS 'persons';
CREATE TABLE invoices (id bigint NOT NULL, amount numeric(10,2));
GRANT SELECT ON invoices TO reporting;
CREATE TABLE notes (id integer);
CREATE FUNCTION total(integer) RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
  -- all of them
  RETURN (
    SELECT coalesce(sum(amount), 0)
      FROM invoices
     WHERE id = $1);
END
$$;
