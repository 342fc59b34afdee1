'use client';

import { createContext } from 'react';
import type { Context } from 'react';

type Contexts = Map<string, Context<unknown>>;

const registryKey = /* @__PURE__ */ Symbol.for('react-whereby-embed.contexts');

/**
 * Creates a context that all copies of this package in one page share: a provider of one copy is found by the hooks of
 * another, as with microfrontends that each bring their own, or a linked workspace.
 *
 * Copies of React do not share contexts: React 19 renders the context itself as its provider, which React 18 takes for
 * a consumer (https://react.dev/blog/2024/12/05/react-19#context-as-a-provider).
 *
 * @param shape of the values. Raise it when a copy with the old values could not work with the new ones, or the other
 * way round; copies of different shape do not find each other.
 */
export function createSharedContext<Value>(name: string, shape: number, defaultValue: Value): Context<Value> {
  const page = globalThis as { [registryKey]?: WeakMap<typeof createContext, Contexts> };
  const registry = (page[registryKey] ??= new WeakMap());
  const contexts: Contexts = registry.get(createContext) ?? new Map<string, Context<unknown>>();
  registry.set(createContext, contexts);

  const key = `${name}/${shape}`;
  const context = (contexts.get(key) ?? createContext<unknown>(defaultValue)) as Context<Value>;
  contexts.set(key, context as Context<unknown>);
  return context;
}
