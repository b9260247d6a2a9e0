-- migration
CREATE TABLE feed (id bigint PRIMARY KEY, body text);
CREATE PUBLICATION feed_out FOR TABLE feed;
