-- 42804: column id has a type conflict
CREATE TABLE p (id bigint);
CREATE TABLE c (id text) INHERITS (p);
