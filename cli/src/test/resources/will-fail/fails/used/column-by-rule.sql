-- 2BP01: a rule's action
CREATE TABLE t (id int, "Old" int);
CREATE TABLE log (c int);
CREATE RULE r AS ON DELETE TO t DO ALSO INSERT INTO log (c) VALUES (OLD."Old");
-- migration
ALTER TABLE t DROP COLUMN "Old";
