-- passes: the rule is replaced, or goes with its table
CREATE TABLE t (id int);
CREATE TABLE log (c int);
CREATE RULE r AS ON DELETE TO t DO ALSO INSERT INTO log (c) VALUES (OLD.id);
CREATE OR REPLACE RULE r AS ON DELETE TO t DO ALSO NOTHING;
DROP TABLE log;
CREATE TABLE log (c int);
CREATE RULE s AS ON INSERT TO t DO ALSO INSERT INTO log (c) VALUES (NEW.id);
DROP TABLE log, t;
