'use client';

import { useSyncExternalStore } from 'react';

type CameraHelp = 'cameraHelp' | 'cameraHelpFirefox' | 'cameraHelpSafari';

const subscribe = () => () => undefined;

const findCameraHelp = (): CameraHelp => {
  const { userAgent } = navigator;
  if (/firefox|fxios/i.test(userAgent)) return 'cameraHelpFirefox';
  // Every other browser says that it is like Safari, and also what it is.
  return /safari/i.test(userAgent) && !/chrom|crios|edg|android/i.test(userAgent) ? 'cameraHelpSafari' : 'cameraHelp';
};

/** The label that says how to allow camera and microphone in this browser. */
export const useCameraHelp = (): CameraHelp =>
  useSyncExternalStore(subscribe, findCameraHelp, (): CameraHelp => 'cameraHelp');
