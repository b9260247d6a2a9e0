-- 22007: invalid input syntax for type date: soon
SELECT date 'soon';
