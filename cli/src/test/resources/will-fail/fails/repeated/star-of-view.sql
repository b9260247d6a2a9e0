-- 42701: column "one" specified more than once
CREATE VIEW first AS SELECT 1 AS one;
CREATE VIEW second AS SELECT x.*, 2 AS one FROM first x;
