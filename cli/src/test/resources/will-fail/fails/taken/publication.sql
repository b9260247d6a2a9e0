-- 42710: created twice
CREATE PUBLICATION p;
-- migration
CREATE PUBLICATION p;
