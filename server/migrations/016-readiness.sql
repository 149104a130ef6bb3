-- One row, which a server writes to find out whether it can.
create table policy_receiver.readiness (
  id int primary key check (id = 1),
  at timestamptz(3) not null
);
