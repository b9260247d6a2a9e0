alter table pt attach partition loose for values from (20) to (30);
