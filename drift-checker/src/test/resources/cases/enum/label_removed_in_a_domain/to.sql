CREATE TYPE e AS ENUM ('a', 'b'); CREATE DOMAIN d AS e CHECK (VALUE <> 'b'); CREATE TABLE t (x d); CREATE TYPE comp AS (x e); CREATE TABLE u (c comp);
