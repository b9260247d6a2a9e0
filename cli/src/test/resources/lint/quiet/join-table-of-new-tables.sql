-- migration
CREATE TABLE posts (id bigint PRIMARY KEY, title text NOT NULL);
CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE post_tags (
  post_id bigint REFERENCES posts,
  tag_id bigint REFERENCES tags,
  PRIMARY KEY (post_id, tag_id)
);
CREATE INDEX post_tags_tag_id_idx ON post_tags (tag_id);
