-- passes since 16: reindex unnamed
-- deed: transaction none
REINDEX DATABASE;
