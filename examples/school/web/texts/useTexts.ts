import { createContext, useContext } from 'react';
import { en } from './en.js';
import type { Texts } from './en.js';

export const TextsContext = createContext<Texts>(en);

/** Every text of the pages, in the language of whoever is here. */
export const useTexts = (): Texts => useContext(TextsContext);
