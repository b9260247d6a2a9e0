-- 22023: invalid value for parameter work_mem: many
SET work_mem = 'many';
