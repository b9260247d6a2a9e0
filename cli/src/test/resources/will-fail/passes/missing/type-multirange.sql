-- passes: a multirange under a name of its own, and the names that PostgreSQL makes
CREATE TYPE span AS RANGE (subtype = integer);
CREATE TYPE daterange2 AS RANGE (subtype = date);
CREATE TYPE part AS RANGE (subtype = integer, multirange_type_name = public.parts);
CREATE TABLE t (a span_multirange, b datemultirange2, c parts, d public.parts[]);
ALTER TYPE parts RENAME TO pieces;
