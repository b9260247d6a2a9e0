drop function f cascade;
