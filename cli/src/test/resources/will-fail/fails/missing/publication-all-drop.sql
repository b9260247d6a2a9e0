-- 55000: publication p is defined as for all tables
CREATE TABLE a (id int);
CREATE PUBLICATION p FOR ALL TABLES;
ALTER PUBLICATION p DROP TABLE a;
