-- passes
CREATE TABLE a (b timestamptz DEFAULT 'now()');
