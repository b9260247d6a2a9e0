-- deed: replaces 0 3ab99f10e23c0f59a71cb349805c234e4b96eaea058768054774b9241d793b03
-- deed: replaces 1 a2d61a5893d212b4c96137ff95dbe48adae67b175a6bd08e833599f1c0d059f3
CREATE TABLE a (id int);
CREATE TABLE b (id int);
