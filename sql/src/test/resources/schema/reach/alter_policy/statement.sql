alter policy p on t using (a in (select id from parent));
