CREATE TABLE t (a integer NOT NULL); CREATE UNIQUE INDEX t_pkey ON t (a);
