-- 42809: d is not an enum
CREATE DOMAIN d AS text;
ALTER TYPE d RENAME VALUE 'a' TO 'b';
