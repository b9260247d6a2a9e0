ALTER TABLE users DROP seen;
