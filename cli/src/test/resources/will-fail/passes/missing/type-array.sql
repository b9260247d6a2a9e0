-- passes: arrays and modifiers
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a mood[], b numeric(10, 2)[], c varchar(10), d timestamp(3) with time zone, e "char", f float8, g int4, h bit varying(3));
-- migration
ALTER TABLE t ADD COLUMN m _int4, ADD COLUMN n national character varying(5), ADD COLUMN o dec(3), ADD COLUMN p interval day to second, ADD COLUMN q int2[], ADD COLUMN r float(20);
