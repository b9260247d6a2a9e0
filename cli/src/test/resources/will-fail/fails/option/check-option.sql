-- 22023: invalid value for enum option check_option: global
CREATE TABLE a (id int);
CREATE VIEW v WITH (check_option = global) AS SELECT id FROM a;
