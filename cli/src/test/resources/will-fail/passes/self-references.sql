-- passes
CREATE TABLE nodes (id int, parent int REFERENCES nodes, PRIMARY KEY (id));
CREATE TABLE trees (id int PRIMARY KEY, code int UNIQUE, parent int REFERENCES trees (code));
CREATE TABLE pairs (a int, b int, c int, d int, UNIQUE (b, a), FOREIGN KEY (c, d) REFERENCES pairs (a, b));
CREATE TABLE likes (LIKE nodes INCLUDING INDEXES, FOREIGN KEY (parent) REFERENCES likes);
CREATE TABLE later (id int, parent int);
ALTER TABLE later ADD FOREIGN KEY (parent) REFERENCES later, ADD PRIMARY KEY (id);
CREATE TABLE earlier (id int PRIMARY KEY, parent int);
ALTER TABLE earlier ADD FOREIGN KEY (parent) REFERENCES earlier;
CREATE TABLE apart (id int, parent int);
CREATE UNIQUE INDEX ON apart (id);
ALTER TABLE apart ADD FOREIGN KEY (parent) REFERENCES apart (id);
