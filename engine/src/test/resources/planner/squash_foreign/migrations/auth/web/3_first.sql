-- Migration: first
-- deed: replaces 1 3ab99f10e23c0f59a71cb349805c234e4b96eaea058768054774b9241d793b03
-- deed: replaces 2 a2d61a5893d212b4c96137ff95dbe48adae67b175a6bd08e833599f1c0d059f3
-- deed: replaces 3 36378bf769936660471de69b0175766e7fea3b74f9be52fa2e8488ae2b758bed

-- UP Migration
CREATE TABLE a (id int);
CREATE TABLE b (id int);
CREATE TABLE c (id int);

-- DOWN Migration (Rollback)
-- DROP TABLE c, b, a;
