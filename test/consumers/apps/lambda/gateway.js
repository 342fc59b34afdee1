import { createServer } from 'node:http';
import { handleRooms, handleWebhooks } from './index.js';
import { toEventV1, toEventV2 } from './lambdaEvents.js';

// API Gateway on this machine, in the payload format that is its argument.
const toEvent = process.argv[2] === '1.0' ? toEventV1 : toEventV2;
createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const call = request.url.startsWith('/webhooks/') ? handleWebhooks : handleRooms;
  const { statusCode, headers, body } = await call(toEvent(request, Buffer.concat(chunks)), { awsRequestId: '1' });
  response.writeHead(statusCode, headers).end(body);
}).listen(process.env.PORT);
