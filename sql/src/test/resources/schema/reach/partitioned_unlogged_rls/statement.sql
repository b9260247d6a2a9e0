alter table pt enable row level security;
