alter type comp rename attribute x to xx cascade;
