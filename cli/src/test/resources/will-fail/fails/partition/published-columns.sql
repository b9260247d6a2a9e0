-- 22023 since 15: cannot use column list for relation "public.events" in publication "outgoing"
CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE PUBLICATION outgoing FOR TABLE events (id);
