-- UP Migration
CREATE TABLE a (id int);
-- DOWN Migration
-- DROP TABLE a;
