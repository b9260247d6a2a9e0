-- 42704: publication p does not exist
DROP PUBLICATION p;
