-- 42710: publication p already exists
CREATE PUBLICATION p;
CREATE PUBLICATION p;
