CREATE TABLE t (a integer); CREATE SEQUENCE s; CREATE SEQUENCE q; CREATE TABLE u (a integer DEFAULT nextval('q'));
