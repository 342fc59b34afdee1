/** Whether the Command key has the shortcuts that Ctrl has elsewhere. */
export const isApple = (): boolean => navigator.userAgent.includes('Mac OS X');
