import type { Sandbox } from '../Sandbox.js';
import type { Input } from './readInput.js';

export interface ControlCall {
  /** With the addresses under which this request reached it. */
  readonly sandbox: Sandbox;
  /** The body as it was sent. */
  readonly input: Input;
  /** A parameter of the path. */
  param(name: string): string;
}

/** Something that can be done over HTTP. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/_sandbox`. */
  readonly path: string;
  readonly does: string;
  /** The fields of the body, for the documentation. */
  readonly takes?: string;
  /** What it returns is sent as JSON. */
  run(call: ControlCall): object | void;
}
