/** Why a version was not published, or approval not asked for. */
import { ApiError } from '../api/client.js';
import { msg } from '../localization/localize.js';

export function publishFailure(error: unknown): string {
  const code = error instanceof ApiError ? error.code : 'no-connection';
  const words: Record<string, string> = {
    ...(!navigator.onLine && {
      'no-connection': msg(
        'There is no connection. Nothing was published: try again once you are connected.',
        { id: 'studio-fail-offline' },
      ),
    }),
    'draft-moved': msg('Somebody changed the text a moment ago. Look at it again, then publish.', {
      id: 'studio-fail-moved',
    }),
    'not-publishable': msg(
      'This cannot be published: a version with this number exists, or something is wrong in the text.',
      { id: 'studio-fail-not-publishable' },
    ),
    'not-allowed': msg('It is published by somebody with that role.', {
      id: 'studio-publish-role',
    }),
    'languages-behind': msg('Choose first what becomes of the languages that are behind.', {
      id: 'studio-lb-first',
    }),
    'not-scheduled': msg('It was published or called off a moment ago. Look at it again.', {
      id: 'studio-fail-not-scheduled',
    }),
    'bad-request': msg('The server does not take this date or time. Choose another one.', {
      id: 'studio-fail-time',
    }),
    'not-approved': msg('This text has not been approved yet.', { id: 'studio-fail-not-approved' }),
  };
  return (
    words[code] ??
    msg('The server did not answer. Nothing is half published: try again.', {
      id: 'studio-fail-other',
    })
  );
}
