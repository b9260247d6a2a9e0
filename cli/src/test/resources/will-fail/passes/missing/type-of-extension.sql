-- passes: an extension's
CREATE EXTENSION citext;
CREATE TABLE t (a citext);
