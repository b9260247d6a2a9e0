CREATE TABLE "semi;colon" (id int);
CREATE TABLE "do""uble" (id int);
CREATE TABLE "Ünïcode 🚀" (id int PRIMARY KEY);
CREATE TABLE "Upper" (id int);
CREATE TABLE Upper (id int);
CREATE TABLE U&"\0041\0042" (id int);
CREATE TABLE "evil
help: name" (id int);
CREATE TABLE "[2Jgone" (id int);
