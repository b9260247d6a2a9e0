-- 2BP01: a rule of another table writes it
CREATE TABLE t (id int);
CREATE TABLE log (c int);
CREATE RULE r AS ON DELETE TO t DO ALSO INSERT INTO log (c) VALUES (OLD.id);
-- migration
DROP TABLE log;
