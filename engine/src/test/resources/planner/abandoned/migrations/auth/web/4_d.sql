CREATE TABLE d (id int);
CREATE INDEX di ON d (id);
