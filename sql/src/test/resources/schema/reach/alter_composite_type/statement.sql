alter type comp add attribute z int cascade;
