/** An address or a handle by itself: somebody wants to know whose it is. */
const ACCOUNT = /^(?:https?:\/\/\S+|www\.\S+|@[^\s@]\S*|[^\s@/]+\.[a-z]{2,}\/\S+)$/i;
/** What stands around an address that was copied from a text. */
const AROUND = /^[\s<>"'“”‘’«»()]+|[\s<>"'“”‘’«»(),;.!]+$/g;

export const isAccountLike = (text: string): boolean => ACCOUNT.test(text.replace(AROUND, ''));
