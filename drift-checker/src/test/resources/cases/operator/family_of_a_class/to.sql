CREATE OPERATOR FAMILY numbers USING btree;
CREATE OPERATOR CLASS whole FOR TYPE integer USING btree FAMILY numbers AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 btint4cmp(integer, integer);
ALTER OPERATOR FAMILY numbers USING btree ADD
  OPERATOR 3 = (integer, bigint), OPERATOR 5 > (integer, bigint),
  FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE TABLE orders (id integer);
CREATE INDEX orders_id ON orders (id whole);
