import { BUFFER_KEY } from '../bridge/takeBufferedMessages.js';

/** The script stops buffering when a page has this many messages that nobody took. */
const LIMIT = 500;

/**
 * The text of an inline script that buffers what server-rendered rooms post before the page's own scripts listen.
 *
 * As in `listenToFrame`, a message counts only if it comes from a frame of the page, has the shape of a room's message,
 * and comes from the origin of the frame's URL. Written for the browser as it stands: no bundler sees it.
 */
export const messageBufferScript = `(function (key, limit) {
  if (window[key]) return;
  var messages = [], taken = new WeakSet();
  addEventListener('message', function (event) {
    var source = event.source, data = event.data;
    if (!source || taken.has(source) || messages.length >= limit) return;
    if (!data || typeof data.type !== 'string') return;
    var isRoom = Array.prototype.some.call(document.querySelectorAll('iframe[src]'), function (frame) {
      return frame.contentWindow === source && new URL(frame.src).origin === event.origin;
    });
    if (isRoom) messages.push({ source: source, data: data, origin: event.origin });
  });
  window[key] = {
    take: function (source) {
      function isOwn(message) { return message.source === source; }
      var own = messages.filter(isOwn);
      messages = messages.filter(function (message) { return !isOwn(message); });
      taken.add(source);
      return own;
    }
  };
})('${BUFFER_KEY}', ${LIMIT})`;
