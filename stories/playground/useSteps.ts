import { useCallback, useEffect, useId, useMemo, useState } from 'react';

export interface Step<Value> {
  readonly value: Value;
  /** What was done, for the list of steps. */
  readonly label: string;
  /** Steps with the same name right after each other are one: a text is not taken back letter by letter. */
  readonly name: string | undefined;
  readonly at: number;
}

export interface Steps<Value> {
  readonly value: Value;
  readonly all: readonly Step<Value>[];
  readonly index: number;
  /** Adds a step after the current one; what was undone before is gone. */
  add(change: (value: Value) => Value, label: string, name?: string): void;
  undo(): void;
  redo(): void;
  go(index: number): void;
}

/** Steps of one name within this time are one. */
const TOGETHER = 1_000;
const MOST = 200;

interface Timeline<Value> {
  readonly all: readonly Step<Value>[];
  readonly index: number;
}

/** Adds a step, or changes the current one if it goes on. */
export function addStep<Value>({ all, index }: Timeline<Value>, step: Step<Value>): Timeline<Value> {
  const current = all[index];
  const goesOn =
    index > 0 && current?.name !== undefined && current.name === step.name && step.at - current.at < TOGETHER;
  const kept = all.slice(Math.max(0, index + (goesOn ? 0 : 1) - MOST), index + (goesOn ? 0 : 1));
  return { all: [...kept, step], index: kept.length };
}

/**
 * A value with all its steps. Each is a step of the browser's history too, so that Back takes a change back instead of
 * leaving the page.
 */
export function useSteps<Value>(first: Value): Steps<Value> {
  const id = useId();
  const [timeline, setTimeline] = useState<Timeline<Value>>(() => ({
    all: [{ value: first, label: 'Start', name: undefined, at: 0 }],
    index: 0,
  }));
  const { all, index } = timeline;

  const go = useCallback(
    (to: number) => setTimeline((now) => ({ ...now, index: Math.min(Math.max(to, 0), now.all.length - 1) })),
    [],
  );

  useEffect(() => {
    const state = history.state as { readonly steps?: string; readonly index?: number } | null;
    const isOurs = state?.steps === id;
    if (isOurs && state.index === index) return;
    const next = { ...(history.state as object | null), steps: id, index };
    // Going back and forth in the list moves along the browser's steps; only a new one is added there.
    if (!isOurs || (state.index ?? 0) > index) history.replaceState(next, '');
    else history.pushState(next, '');
  }, [id, index]);

  useEffect(() => {
    const onPopState = ({ state }: PopStateEvent) => {
      const { steps, index: to } = (state ?? {}) as { readonly steps?: string; readonly index?: number };
      if (steps === id && to !== undefined) go(to);
    };
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, [id, go]);

  const add = useCallback((change: (value: Value) => Value, label: string, name?: string) => {
    setTimeline((now) => {
      const before = now.all[now.index]!.value;
      const value = change(before);
      return Object.is(value, before) ? now : addStep(now, { value, label, name, at: Date.now() });
    });
  }, []);

  return useMemo(
    () => ({
      value: all[index]!.value,
      all,
      index,
      add,
      undo: () => go(index - 1),
      redo: () => go(index + 1),
      go,
    }),
    [all, index, add, go],
  );
}
