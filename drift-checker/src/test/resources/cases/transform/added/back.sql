DROP TRANSFORM FOR integer language plpgsql;
