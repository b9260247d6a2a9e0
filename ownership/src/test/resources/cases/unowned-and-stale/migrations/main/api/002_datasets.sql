CREATE TABLE datasets (id int PRIMARY KEY);
SELECT * FROM user;
SELECT * FROM usres;
DELETE FROM sessions;
