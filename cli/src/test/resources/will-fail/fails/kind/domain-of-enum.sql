-- 42809: t is not a domain
CREATE TYPE t AS ENUM ('a');
ALTER DOMAIN t SET NOT NULL;
