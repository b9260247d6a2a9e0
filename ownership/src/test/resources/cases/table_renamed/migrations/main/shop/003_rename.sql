ALTER TABLE orders RENAME TO purchases;
ALTER TABLE events_2024 RENAME TO archived;
ALTER VIEW totals RENAME TO sums;
ALTER SEQUENCE counter SET SCHEMA shop;
ALTER FUNCTION fits(int) RENAME TO suits;
ALTER TABLE scratch RENAME TO notes;
DROP TABLE notes;
