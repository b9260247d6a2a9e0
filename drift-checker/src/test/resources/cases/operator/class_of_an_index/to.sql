CREATE TABLE t (a integer);
CREATE OPERATOR CLASS back FOR TYPE integer USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 5 <, FUNCTION 1 btint4cmp(integer, integer); CREATE INDEX i ON t (a back);
