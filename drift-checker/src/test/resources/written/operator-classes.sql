CREATE SCHEMA s;
CREATE OPERATOR FAMILY of1 USING btree;
CREATE OPERATOR CLASS oc1 FOR TYPE int USING btree FAMILY of1 AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE FUNCTION s.f(x bigint, y int8) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 1';
CREATE OPERATOR CLASS s.oc2 FOR TYPE int8 USING hash AS OPERATOR 1 =, FUNCTION 1 hashint8(int8);
SET search_path = s, public;
CREATE OPERATOR CLASS oc3 FOR TYPE bigint USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 > , FUNCTION 1 f(int8, int8);
ALTER OPERATOR FAMILY of1 USING btree ADD OPERATOR 1 < (int4, int8), FUNCTION 1 (int4, int8) btint48cmp(int4, int8);
CREATE TABLE t (id int primary key, v int, n text[], r int4range, j jsonb, c char(3), d date, u text);
CREATE INDEX i1 ON t (v int4_ops, c bpchar_ops, u text_ops desc);
CREATE INDEX i2 ON t USING gin (n array_ops, j jsonb_path_ops);
CREATE INDEX i3 ON t USING gin (j jsonb_ops);
CREATE INDEX i4 ON t USING gist (r range_ops);
CREATE INDEX i5 ON t USING brin (d date_minmax_ops, v int4_minmax_multi_ops);
CREATE INDEX i6 ON t (u text_pattern_ops, u varchar_ops);
CREATE INDEX i7 ON t USING btree (v oc1);
-- not: i6 ON t (u text_pattern_ops => i6 ON t (u
-- not: i7 ON t USING btree (v oc1) => i7 ON t USING btree (v int4_ops)
-- not: hashint8(int8) => hashint8extended(int8, int8)
