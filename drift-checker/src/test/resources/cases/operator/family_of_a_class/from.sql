CREATE FUNCTION compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR FAMILY numbers USING btree;
CREATE OPERATOR CLASS whole FOR TYPE integer USING btree FAMILY numbers AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 btint4cmp(integer, integer);
ALTER OPERATOR FAMILY numbers USING btree ADD
  OPERATOR 1 < (integer, bigint), OPERATOR 3 = (integer, bigint),
  FUNCTION 1 (integer, bigint) compare(integer, bigint);
CREATE TABLE orders (id integer);
CREATE INDEX orders_id ON orders (id whole);
