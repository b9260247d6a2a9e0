CREATE TABLE bookmarks (id int);
