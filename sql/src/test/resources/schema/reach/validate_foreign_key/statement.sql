alter table third validate constraint nv;
