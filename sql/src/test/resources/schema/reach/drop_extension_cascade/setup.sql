create extension citext; create table ct (x citext, y int);
