CREATE TABLE orders (id bigint PRIMARY KEY, placed date);
CREATE TYPE size AS ENUM ('s', 'm');
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE SCHEMA shared;
