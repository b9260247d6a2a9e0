-- 42809: a domain
CREATE DOMAIN d AS text;
-- migration
ALTER TYPE d ADD VALUE 'x';
