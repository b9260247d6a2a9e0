CREATE TABLE stock (sku text PRIMARY KEY, pieces int);
CREATE TABLE prices (sku text PRIMARY KEY, cents int);
CREATE TYPE grade AS ENUM ('a', 'b');
CREATE DOMAIN sku AS text CHECK (VALUE <> '');
CREATE TYPE parcel AS (weight int, height int);
CREATE FUNCTION next_grade() RETURNS grade LANGUAGE sql AS $$ SELECT 'a'::grade $$;
CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE SEQUENCE numbers;
