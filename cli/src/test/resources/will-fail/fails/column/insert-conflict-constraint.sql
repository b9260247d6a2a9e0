-- 42704: constraint a_key for table a does not exist
CREATE TABLE a (id int PRIMARY KEY);
INSERT INTO a VALUES (1) ON CONFLICT ON CONSTRAINT a_key DO NOTHING;
