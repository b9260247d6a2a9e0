CREATE COLLATION k FROM "C"; CREATE TYPE r AS RANGE (subtype = text, collation = k); CREATE TABLE t (b r);
