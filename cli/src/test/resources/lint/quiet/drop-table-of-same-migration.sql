-- migration
CREATE TABLE scratch (id bigint PRIMARY KEY);
INSERT INTO scratch (id) VALUES (1), (2);
DELETE FROM scratch;
DROP TABLE scratch;
