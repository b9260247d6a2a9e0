-- // 20260101000001_account.sql
CREATE TABLE account (id bigint PRIMARY KEY);

-- //@UNDO
SELECT 1;
