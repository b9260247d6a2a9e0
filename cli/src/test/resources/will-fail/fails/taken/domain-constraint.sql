-- 42710: constraint already exists
CREATE DOMAIN age AS int CONSTRAINT positive CHECK (VALUE > 0);
ALTER DOMAIN age ADD CONSTRAINT positive CHECK (VALUE > 1);
