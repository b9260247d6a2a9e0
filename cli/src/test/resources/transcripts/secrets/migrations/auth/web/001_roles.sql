-- deed: irreversible "roles stay"
CREATE ROLE reporting LOGIN PASSWORD 'hunter2';
CREATE SUBSCRIPTION copy CONNECTION 'host=db1 user=app password=hunter3 dbname=app' PUBLICATION everything;
SELECT dblink_exec('postgresql://app:hunter4@db1.internal/app', 'SELECT 1');
