CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd', 'e', 'f'); CREATE TABLE t (x e DEFAULT 'c');
