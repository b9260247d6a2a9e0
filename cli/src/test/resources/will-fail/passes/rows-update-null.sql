-- passes
CREATE TABLE a (id int, b boolean NOT NULL);
UPDATE a SET b = NULL;
