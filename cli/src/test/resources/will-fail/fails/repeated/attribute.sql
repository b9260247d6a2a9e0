-- 42701: an attribute twice
CREATE TYPE pair AS (a int, a int);
