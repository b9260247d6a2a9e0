-- passes: a name of WITH
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
WITH people AS (SELECT id FROM users) UPDATE users SET id = people.id FROM people WHERE users.id = people.id;
INSERT INTO users WITH people AS (SELECT 1 AS id) SELECT id FROM people;
CREATE VIEW v AS WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r;
