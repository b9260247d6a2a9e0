-- passes: the functions of a range type
CREATE TYPE span AS RANGE (subtype = int);
CREATE TABLE t (a span DEFAULT span(1, 2), b span_multirange DEFAULT span_multirange(span(1, 2)));
