-- 42P16: column a has pseudo-type void
CREATE TYPE t AS (a void);
