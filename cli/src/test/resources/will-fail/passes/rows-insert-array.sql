-- passes
CREATE TABLE a (t text[]);
INSERT INTO a VALUES ('{a,b}'), ('[0:1]={a,b}'), ('{}'), (' { a , b } ');
