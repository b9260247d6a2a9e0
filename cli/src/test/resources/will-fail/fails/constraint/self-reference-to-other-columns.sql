-- 42830: there is no unique constraint matching given keys
CREATE TABLE nodes (id int PRIMARY KEY, code int, parent int REFERENCES nodes (code));
