CREATE TABLE users2 (a int,,);
