-- passes
CREATE TABLE a (code varchar(3) DEFAULT 'abcd');
