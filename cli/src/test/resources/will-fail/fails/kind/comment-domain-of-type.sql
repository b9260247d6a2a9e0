-- 42809: t is not a domain
CREATE TYPE t AS ENUM ('a');
COMMENT ON DOMAIN t IS 'x';
