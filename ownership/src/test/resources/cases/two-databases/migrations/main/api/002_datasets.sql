CREATE TABLE datasets (id int PRIMARY KEY);
UPDATE user_credits SET id = 0;
INSERT INTO users VALUES (1);
SELECT * FROM sessions;
CREATE TABLE credit_log (id int);
SELECT * FROM auth.public.users;
SELECT * FROM main.public.datasets;
