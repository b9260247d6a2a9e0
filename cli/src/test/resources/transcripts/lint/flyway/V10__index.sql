SET lock_timeout = '2s'; CREATE INDEX two_b_idx ON two (b);
