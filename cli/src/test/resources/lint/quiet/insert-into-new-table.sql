-- migration
CREATE TABLE plans (name text PRIMARY KEY, price numeric NOT NULL);
INSERT INTO plans (name, price) VALUES ('free', 0), ('gold', 9.90);
UPDATE plans SET price = 10 WHERE price = 9.90;
