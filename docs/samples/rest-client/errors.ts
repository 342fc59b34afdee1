import { createWhereby, WherebyApiError } from 'react-whereby-embed/server';

try {
  await createWhereby().meetings.get('52755922');
} catch (error) {
  if (!(error instanceof WherebyApiError)) throw error;
  if (error.code === 'API_NOT_FOUND') console.log('that meeting is over');
  else console.error(error.operation, error.status, error.message, error.body);
}
