-- 42704: type mood does not exist
CREATE TABLE a (id bigint, name text DEFAULT 'x'::mood);
