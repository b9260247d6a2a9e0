SET lock_timeout = '2s'; DROP INDEX two_b_idx;
