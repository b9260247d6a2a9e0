-- 22P02: invalid input syntax for type uuid: not-a-uuid
CREATE TABLE a (u uuid);
INSERT INTO a VALUES ('not-a-uuid');
