-- passes: a multirange
CREATE TYPE span AS RANGE (subtype = int);
CREATE TABLE t (a span, b span_multirange);
