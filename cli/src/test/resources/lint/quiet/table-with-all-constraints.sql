-- migration
CREATE TABLE bookings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room integer NOT NULL,
  during tstzrange NOT NULL,
  guest_email text NOT NULL CHECK (position('@' IN guest_email) > 1),
  code uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  CONSTRAINT bookings_not_empty CHECK (NOT isempty(during))
);
