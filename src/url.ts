/** Builds, reads and checks room URLs. Nothing here needs React or a browser. */
export { WherebyError } from './errors/WherebyError.js';
export type { Issue, RoomRefusal, WherebyErrorCode, WherebyErrorOptions } from './errors/WherebyError.js';
export { buildRoomUrl } from './params/buildRoomUrl.js';
export type { BuildRoomUrlOptions } from './params/buildRoomUrl.js';
export { checkParams } from './params/checkParams.js';
export type { CheckParamsOptions } from './params/checkParams.js';
export { displayNameFrom } from './params/displayNameFrom.js';
export type { NamedUser } from './params/displayNameFrom.js';
export type { Kind } from './params/kinds/Kind.js';
export { toWherebyLanguage } from './params/language.js';
export { parseRoomUrl } from './params/parseRoomUrl.js';
export type { ParsedRoomUrl } from './params/parseRoomUrl.js';
export { parsePresets } from './params/presets/parsePresets.js';
export type { Preset, PresetName, PresetRole } from './params/presets/Preset.js';
export { params } from './params/registry.js';
export type { NormalRoomParams, ParamName, RoomParams, WherebyLanguage } from './params/types.js';
