-- deed: transaction none
CREATE TABLE a (id int);
CREATE INDEX ai ON a (x);
