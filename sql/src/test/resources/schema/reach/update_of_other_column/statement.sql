update t set id = 5;
