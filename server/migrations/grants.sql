-- What the service may do: run after the migrations, and again by `policy-server migrate`.
-- Who may not create roles has it made by who may, or does without: the triggers refuse all the same.
do $$
begin
  if not exists (select from pg_roles where rolname = 'policy_receiver_service') then
    create role policy_receiver_service nologin;
  end if;
  execute format('grant policy_receiver_service to %I', current_user);
exception
  when insufficient_privilege or duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'policy_receiver_service') then return; end if;
  grant usage on schema policy_receiver to policy_receiver_service;
  grant select on policy_receiver.migrations, policy_receiver.secrets,
    policy_receiver.joined_subjects to policy_receiver_service;
  grant select on policy_receiver.texts_in_force to policy_receiver_service;
  -- Added and read, never changed and never deleted.
  grant select, insert on
    policy_receiver.acknowledgements, policy_receiver.remarks,
    policy_receiver.texts, policy_receiver.keys, policy_receiver.persons,
    policy_receiver.publications
    to policy_receiver_service;
  grant select, insert, update on policy_receiver.readiness to policy_receiver_service;
  -- People marry: the name follows the sign-in.
  grant update (name) on policy_receiver.persons to policy_receiver_service;
  -- Drafts are written on; what was done on purpose stays, autosaves may be thinned.
  grant select, insert, update on policy_receiver.drafts to policy_receiver_service;
  grant select, insert on policy_receiver.images to policy_receiver_service;
  grant select, insert on policy_receiver.draft_revisions to policy_receiver_service;
  grant select, insert, delete on policy_receiver.draft_autosaves to policy_receiver_service;
  grant select, insert, update on policy_receiver.draft_authors to policy_receiver_service;
  grant select, insert on policy_receiver.approvals to policy_receiver_service;
  grant select, insert on policy_receiver.comments to policy_receiver_service;
  grant select, insert, delete on policy_receiver.previews to policy_receiver_service;
  grant select, insert on policy_receiver.schedules to policy_receiver_service;
  grant update (state, reason, canonical, ended_at, ended_by) on policy_receiver.schedules
    to policy_receiver_service;
  grant select, insert, delete on policy_receiver.studio_groups to policy_receiver_service;
  grant update (groups) on policy_receiver.studio_groups to policy_receiver_service;
  grant select, insert, delete on policy_receiver.notices to policy_receiver_service;
  grant update (state, answer, at) on policy_receiver.notices to policy_receiver_service;
  grant select, insert, update, delete on policy_receiver.searches to policy_receiver_service;
  grant update (resolved_by, resolved_at) on policy_receiver.comments to policy_receiver_service;
end
$$;
