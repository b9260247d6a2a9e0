-- 42704: required extension cube is not installed
CREATE EXTENSION earthdistance;
