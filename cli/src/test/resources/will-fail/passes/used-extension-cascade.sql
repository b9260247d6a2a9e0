-- passes
CREATE EXTENSION citext;
CREATE TABLE a (email citext);
DROP EXTENSION citext CASCADE;
