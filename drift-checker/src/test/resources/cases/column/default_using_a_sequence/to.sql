CREATE SEQUENCE s; CREATE SEQUENCE s2 START 50; CREATE TABLE t (a integer DEFAULT nextval('s'), b integer DEFAULT nextval('s2'));
