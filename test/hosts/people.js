/** Who reads, in every host. */
export const NORA = {
  login: 'nora.peeters',
  name: 'Nora Peeters',
  mail: 'nora@intranet.example',
  password: 'a-long-pass-phrase-of-nora',
};
export const KARIM = {
  login: 'karim.benali',
  name: 'Karim Benaïssa',
  mail: 'karim@intranet.example',
  password: 'a-long-pass-phrase-of-karim',
};
export const ADMIN = {
  login: 'admin',
  name: 'Admin',
  mail: 'admin@intranet.example',
  password: 'a-long-pass-phrase-of-admin',
};
export const PEOPLE = [NORA, KARIM];
