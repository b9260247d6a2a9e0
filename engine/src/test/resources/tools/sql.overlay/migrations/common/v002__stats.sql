CREATE VIEW stats AS SELECT count(*) FROM job;
