-- passes: columns that the rules do not use, and strings that read like them
CREATE TABLE t (id int, c int, d int, e int);
CREATE TABLE log (c int, d text);
CREATE RULE r AS ON DELETE TO t WHERE OLD.id > 0 DO ALSO INSERT INTO log (c, d) VALUES (OLD.id, 'old.c');
CREATE RULE s AS ON INSERT TO t WHERE NEW.d > 0 DO ALSO NOTHING;
ALTER TABLE t DROP COLUMN c;
ALTER TABLE t DROP COLUMN d CASCADE;
CREATE RULE e AS ON UPDATE TO t WHERE NEW.e > 0 DO ALSO NOTHING;
ALTER TABLE t RENAME COLUMN e TO f;
DROP RULE e ON t;
ALTER TABLE t DROP COLUMN f;
