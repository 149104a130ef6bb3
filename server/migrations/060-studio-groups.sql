-- The groups by which somebody has a role in the studio, as their sign-in named them last: so that who
-- may approve is mailed, and who planned a version still has to be somebody who publishes.
create table policy_receiver.studio_groups (
  subject uuid primary key references policy_receiver.persons on delete cascade,
  groups text[] not null
);

-- Whether the groups of who planned it were kept: of what was planned before, they are not known.
alter table policy_receiver.schedules add column checks_role boolean not null default false;
