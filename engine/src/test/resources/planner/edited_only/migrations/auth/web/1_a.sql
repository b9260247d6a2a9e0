-- a comment
CREATE   TABLE a (ID int)
