-- 22023: cannot add relation v to publication
CREATE UNLOGGED TABLE v (id bigint);
CREATE PUBLICATION p FOR TABLE v;
