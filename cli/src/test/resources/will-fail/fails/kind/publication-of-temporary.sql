-- 22023: cannot add relation v to publication
CREATE TEMP TABLE v (id bigint);
CREATE PUBLICATION p FOR TABLE v;
