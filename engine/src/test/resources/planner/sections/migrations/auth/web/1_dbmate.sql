-- migrate:up transaction:false
CREATE TABLE a (id int);
CREATE TABLE a2 (id int);
-- migrate:down
DROP TABLE a;
