-- 22023 since 15: cannot use publication WHERE clause for relation "events"
CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE PUBLICATION outgoing FOR TABLE events WHERE (id > 3);
