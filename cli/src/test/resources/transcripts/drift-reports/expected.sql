CREATE TABLE users (id integer NOT NULL, name text DEFAULT 'a', email character varying(80));
COMMENT ON TABLE users IS 'people';
CREATE INDEX users_email ON users (email);
CREATE TABLE invoices (id bigint NOT NULL, amount numeric(10,2));
CREATE FUNCTION total(integer) RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
  -- all of them
  RETURN (
    SELECT sum(amount)
      FROM invoices
     WHERE id = $1);
END
$$;
