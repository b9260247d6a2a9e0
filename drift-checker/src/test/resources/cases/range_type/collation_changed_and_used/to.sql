CREATE COLLATION k FROM "C"; CREATE TYPE r AS RANGE (subtype = text, collation = "C"); CREATE TABLE t (b r);
