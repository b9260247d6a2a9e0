-- 42704: data type integer has no default operator class for access method gist
CREATE TABLE a (room int, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&));
