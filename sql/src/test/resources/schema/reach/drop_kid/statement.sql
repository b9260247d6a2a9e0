drop table grandkid;
