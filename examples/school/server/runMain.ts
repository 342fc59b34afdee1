import { SchoolError } from './operations/SchoolError.js';

/**
 * Runs a program until SIGINT or SIGTERM, and then lets it stop. What keeps it from starting is printed as a sentence.
 * @param start returns the function that stops it
 */
export async function runMain(start: () => Promise<() => Promise<void>>): Promise<void> {
  let stop: () => Promise<void>;
  try {
    stop = await start();
  } catch (error) {
    console.error(error instanceof SchoolError ? error.message : error);
    process.exit(1);
  }
  let isStopping = false;
  const end = () => {
    if (isStopping) return;
    isStopping = true;
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
