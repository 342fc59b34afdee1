'use client';

import { createElement, useContext } from 'react';
import type { ReactNode } from 'react';
import { createSharedContext } from '../react/createSharedContext.js';
import type { MeetingLabels } from './labels/MeetingLabels.js';

type GivenLabels = Partial<MeetingLabels> | undefined;

const LabelsContext = /* @__PURE__ */ createSharedContext<GivenLabels>('Labels', 1, undefined);

/** Later labels win; one that is undefined says nothing. */
const mergeLabels = (...given: readonly GivenLabels[]): Partial<MeetingLabels> =>
  Object.fromEntries(
    given.flatMap((labels) => Object.entries(labels ?? {})).filter(([, text]) => text !== undefined && text !== null),
  );

/** Gives its labels to every panel below. Those that it omits are the ones around it. */
export function LabelsProvider({ labels, children }: { readonly labels: GivenLabels; readonly children: ReactNode }) {
  const outer = useContext(LabelsContext);
  return createElement(LabelsContext.Provider, { value: mergeLabels(outer, labels) }, children);
}

/** The texts that a panel shows: its own labels, those of the providers around it, and English for the rest. */
export function useLabels<Defaults extends Partial<MeetingLabels>>(defaults: Defaults, given: GivenLabels): Defaults {
  const outer = useContext(LabelsContext);
  return outer || given ? { ...defaults, ...mergeLabels(outer, given) } : defaults;
}
