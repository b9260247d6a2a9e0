-- passes since 15: publication schema
CREATE PUBLICATION pub FOR TABLES IN SCHEMA public;
