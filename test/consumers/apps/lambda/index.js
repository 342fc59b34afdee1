import { toLambdaHandler } from 'react-whereby-embed/server';
import { rooms, webhooks } from './handlers.js';

export const handleRooms = toLambdaHandler(rooms);
export const handleWebhooks = toLambdaHandler(webhooks);
