-- 22P02: malformed array literal: []
CREATE TABLE a (d text[] DEFAULT '[]');
