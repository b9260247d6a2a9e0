ALTER TABLE "a[2J
b" ADD x int;
