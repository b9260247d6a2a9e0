-- deed: transaction none
CREATE TABLE b (id int);
CREATE INDEX CONCURRENTLY bi ON b (id);
