-- 0A000: cannot move an owned sequence into another schema
CREATE SCHEMA t;
CREATE TABLE a (id serial);
ALTER SEQUENCE a_id_seq SET SCHEMA t;
