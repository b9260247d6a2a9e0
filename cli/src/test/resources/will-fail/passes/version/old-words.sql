-- passes
CREATE TABLE merge (period int, storage text, overlaps_ int, enforced int, CONSTRAINT c CHECK (period > 0));
SELECT m.period FROM (SELECT period FROM merge) AS m;
