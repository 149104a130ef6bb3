-- What readers asked and the policy did not answer: words and how often, of nobody and of no day.
create table policy_receiver.searches (
  policy text not null check (length(policy) <= 80),
  lang text not null check (length(lang) <= 40),
  words text not null check (length(words) between 2 and 80),
  asked integer not null default 1 check (asked > 0),
  -- The month only, to know what is long ago.
  last_month date not null check (extract(day from last_month) = 1),
  dismissed boolean not null default false,
  primary key (policy, lang, words)
);

create index searches_by_month on policy_receiver.searches (last_month);
