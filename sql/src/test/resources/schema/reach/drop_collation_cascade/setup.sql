create collation cc (locale = 'C'); create table ct (x text collate cc, y int);
