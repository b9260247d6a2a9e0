-- deed: requires auth/20260102000000
CREATE TABLE payments (id int PRIMARY KEY);

-- DOWN Migration
-- DROP TABLE payments;
