-- passes
CREATE FUNCTION made() RETURNS date LANGUAGE sql AS 'SELECT current_date';
CREATE FUNCTION number() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE TABLE t (
  a timestamptz DEFAULT now(), b timestamp DEFAULT now(), c date DEFAULT now(), d text DEFAULT now(),
  e time DEFAULT CURRENT_TIMESTAMP, f varchar(50) DEFAULT gen_random_uuid(), g uuid DEFAULT gen_random_uuid(),
  h date DEFAULT made(), i timestamptz DEFAULT made(), j int DEFAULT number(), k numeric DEFAULT number(),
  l int DEFAULT random(), m smallint DEFAULT number(), n date DEFAULT CURRENT_DATE, o date DEFAULT localtimestamp);
