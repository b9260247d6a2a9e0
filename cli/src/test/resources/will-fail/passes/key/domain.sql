-- passes: a domain over the type
CREATE DOMAIN d AS bigint;
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id d REFERENCES t);
