-- deed: requires auth/1
CREATE TABLE z (id int);
