insert into third select id, null from vjoin;
