-- A version can leave out languages that are not finished. The draft is the candidate then, without
-- them; what it was with them waits here until that version is out, or somebody writes on.
alter table policy_receiver.drafts add column held text;
