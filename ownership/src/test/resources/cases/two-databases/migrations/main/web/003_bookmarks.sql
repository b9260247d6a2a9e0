CREATE TABLE bookmarks (user_id int REFERENCES users, dataset_id int REFERENCES datasets);
