-- migration
CREATE TABLE streams (id uuid PRIMARY KEY, kind text NOT NULL, version bigint NOT NULL DEFAULT 0);
CREATE TABLE stream_events (
  stream_id uuid NOT NULL REFERENCES streams,
  version bigint NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (stream_id, version)
);
CREATE INDEX stream_events_at_idx ON stream_events (at);
COMMENT ON TABLE stream_events IS 'never changed once written';
