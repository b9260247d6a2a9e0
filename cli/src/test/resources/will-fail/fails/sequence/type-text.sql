-- 22023: sequence type must be smallint, integer, or bigint
CREATE SEQUENCE s AS text;
