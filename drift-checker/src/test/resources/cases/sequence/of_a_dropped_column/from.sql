CREATE TABLE t (a integer, b integer); CREATE SEQUENCE s OWNED BY t.b; CREATE SEQUENCE q; CREATE TABLE u (a integer DEFAULT nextval('q')); ALTER SEQUENCE q OWNED BY u.a;
