CREATE TABLE scratch (id int);
ALTER TABLE scratch ADD COLUMN x varchar(10) NOT NULL;
CREATE INDEX scratch_x ON scratch (x);
INSERT INTO scratch SELECT 1, 'a';
UPDATE scratch SET x = 'b';
ALTER TABLE scratch RENAME TO scratch2;
DELETE FROM scratch2;
DROP TABLE scratch2;
-- DOWN Migration (Rollback)
-- SELECT 1;
