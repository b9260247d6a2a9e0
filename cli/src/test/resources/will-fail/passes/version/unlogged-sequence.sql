-- passes since 15: unlogged sequence
CREATE UNLOGGED SEQUENCE s;
